import fc from 'fast-check';
import type { Caller } from '../../engine/evidence/exchange.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Profile } from '../../engine/world/profile.js';
import { statusPatch } from '../../engine/world/world.js';
import { statuses } from '../../model/lifecycle.js';
import type { Command } from './command.js';

type Arbitrary<T> = fc.Arbitrary<T>;

/** Few values, so that a sequence repeats them: two equal actions, or a change back to an earlier value. */
const members = {
  name: fc.constantFrom('BlockIp', 'AllowIp'),
  actionReason: fc.constantFrom('first reason', 'second reason', 'Grüße: "5 % off", it\'s 🛡'),
  clientContext: fc.constantFrom('context one', 'context one', 'context one', 'context two'),
  // A target may reject two pairs with one name; decision 0049.
  parameters: fc
    .array(
      fc.record({ name: fc.constantFrom('IP', 'note'), value: fc.constantFrom('192.0.2.7', '2001:db8::7', '100 %') }),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) => pairs.filter(({ name }, at) => pairs.findIndex((other) => other.name === name) === at)),
  vendorInformation: fc.record(
    {
      vendor: fc.constant('Example Security'),
      provider: fc.constant('Example Provider'),
      providerVersion: fc.constantFrom('1.0', '2.0'),
      subProvider: fc.constantFrom('one', 'two'),
    },
    { requiredKeys: ['vendor', 'provider'] },
  ),
};

const required = ['name', 'parameters', 'vendorInformation'] as const;

/** Any valid create body. It shrinks to one with a context, by which the list can be filtered. */
const bodies: Arbitrary<WritableBody> = fc.oneof(
  { withCrossShrink: true },
  fc.record(members, { requiredKeys: [...required, 'clientContext'] }),
  fc.record(members, { requiredKeys: [...required] }),
);

/** Final statuses are rare, because few requests have an effect after them. */
const status = fc.constantFrom(...statuses, 'Running', 'Running', 'NotStarted');

/** Any subset of the writable properties, with a status that may be allowed or forbidden. Required names are never cleared. */
function patches(namesRequired: boolean): Arbitrary<WritableBody> {
  const orNull = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
  const { name, actionReason, clientContext, vendorInformation } = members;
  const named = namesRequired ? {} : { name: orNull(name), vendorInformation: orNull(vendorInformation) };
  const texts = { actionReason: orNull(actionReason), clientContext: orNull(clientContext) };
  const properties = fc.record({ ...members, ...named, ...texts }, { requiredKeys: [] });
  const withStatus = fc.tuple(properties, status).map(([body, to]) => ({ ...body, ...statusPatch(to) }));
  const withoutStatus = properties.filter((body) => Object.keys(body).length > 0);
  const cleared = fc.constantFrom<WritableBody>(
    { actionReason: null },
    namesRequired ? { clientContext: null } : { vendorInformation: null },
  );
  // A status alone is rarer, because an action has few statuses and most mistakes need a change of something else.
  return fc.oneof(
    { weight: 5, arbitrary: withStatus },
    { weight: 4, arbitrary: withoutStatus },
    { weight: 1, arbitrary: status.map(statusPatch) },
    { weight: 1, arbitrary: cleared },
  );
}

/** A body with a defect; the second property is valid and must not be stored. */
const defective = fc.constantFrom<readonly [string, object]>(
  ['a number as status', { status: 2, actionReason: 'never to be seen' }],
  ['a number instead of a string', { actionReason: 7, clientContext: 'never to be seen' }],
);

/** The callers without permission to write that have a token, with the reader more often than the others. */
function callersWithoutPermission({ identities, features }: Profile): readonly Caller[] {
  const callers = ['reader', 'reader', 'reader', 'stranger', 'neighbour', 'expired'] as const;
  const known = callers.filter((one) => identities.has(one));
  const delegated = identities.has('delegated') && features['application-only'].offered;
  return ['anonymous', ...known, ...(delegated ? (['delegated'] as const) : [])];
}

/** The create with which a sequence begins. */
export const creates: Arbitrary<Command> = fc.record({
  does: fc.constant('create' as const),
  body: bodies,
  as: fc.constant('writer' as const),
});

/** The commands that this target supports, weighted by how often they are drawn. */
export function commands(profile: Profile): Arbitrary<Command> {
  const { identities, features } = profile;
  // Mostly the first action, so that one action gets many requests.
  const which = fc.constantFrom(0, 0, 0, 1, 1, 2);
  // Shrinks towards reading back, which reports a discrepancy in the step that caused it.
  const readBack = fc.constantFrom(true, false);
  const writer = fc.constant('writer' as const);
  const rejected = fc.constantFrom(...callersWithoutPermission(profile));
  const readers: readonly Caller[] = identities.has('reader') ? ['reader', 'reader'] : [];
  const reads = fc.constantFrom('writer' as const, ...readers);
  const creators = rejected.filter((one) => one !== 'neighbour');
  const patch = patches(features['names-required'].offered);
  const operations = fc.constantFrom('get' as const, 'cancel' as const);
  const evenIfForbidden = fc.constantFrom(false, false, false, false, true);
  const update = { does: fc.constant('update' as const), which, readBack, evenIfForbidden };
  const updates: fc.WeightedArbitrary<Command>[] = [
    { weight: 18, arbitrary: fc.record({ ...update, patch, as: writer }) },
    { weight: 5, arbitrary: fc.record({ ...update, patch, as: rejected }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.record({ ...update, as: writer }), defective)
        .map(([rest, [defect, body]]) => ({ ...rest, defect, patch: body as WritableBody })),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'miss' as const, operation: 'update' as const }) },
  ];
  return fc.oneof(
    { weight: 3, arbitrary: creates },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('create' as const), body: bodies, as: creators }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('cancel' as const), which, as: writer, readBack }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('cancel' as const), which, as: rejected, readBack }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('get' as const), which, as: reads }) },
    { weight: 4, arbitrary: fc.constant({ does: 'list' as const }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('miss' as const), operation: operations }) },
    ...(features.update.offered ? updates : []),
  );
}
