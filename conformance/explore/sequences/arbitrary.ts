import fc from 'fast-check';
import type { Caller } from '../../engine/evidence/exchange.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Profile } from '../../engine/world/profile.js';
import { statusPatch } from '../../engine/world/world.js';
import { statuses } from '../../model/lifecycle.js';
import type { Command } from './command.js';

type Arbitrary<T> = fc.Arbitrary<T>;

/** Few values, so that a sequence meets the same one again: two actions alike, or a change back to what was there before. */
const texts = fc.constantFrom('first reason', 'second reason', 'Grüße: "5 % off", it\'s 🛡');
const unfinished = ['Running', 'NotStarted'] as const;
const contexts = fc.constantFrom('context one', 'context one', 'context one', 'context two');
const names = fc.constantFrom('BlockIp', 'AllowIp');
const pairs = fc.array(
  fc.record({ name: fc.constantFrom('IP', 'note'), value: fc.constantFrom('192.0.2.7', '2001:db8::7', '100 %') }),
  { minLength: 1, maxLength: 3 },
);
const vendor = fc.record(
  {
    vendor: fc.constant('Example Security'),
    provider: fc.constant('Example Provider'),
    providerVersion: fc.constantFrom('1.0', '2.0'),
    subProvider: fc.constantFrom('one', 'two'),
  },
  { requiredKeys: ['vendor', 'provider'] },
);

const members = {
  name: names,
  actionReason: texts,
  clientContext: contexts,
  parameters: pairs,
  vendorInformation: vendor,
};

const required = ['name', 'parameters', 'vendorInformation'] as const;

/** Any valid create body. It shrinks to one with a context: by that a list is asked for the action. */
const bodies: Arbitrary<WritableBody> = fc.oneof(
  { withCrossShrink: true },
  fc.record(members, { requiredKeys: [...required, 'clientContext'] }),
  fc.record(members, { requiredKeys: [...required] }),
);

/** Seldom an end, after which little more can happen. */
const status = fc.constantFrom(...statuses, ...unfinished, ...unfinished);

/** Any subset of what a client may write, with a status that may be lawful or not. A target that wants names keeps them. */
function patches(namesRequired: boolean): Arbitrary<WritableBody> {
  const orNull = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
  const properties = fc.record(
    {
      name: namesRequired ? names : orNull(names),
      actionReason: orNull(texts),
      clientContext: orNull(contexts),
      parameters: pairs,
      vendorInformation: namesRequired ? vendor : orNull(vendor),
    },
    { requiredKeys: [] },
  );
  const withStatus = fc.tuple(properties, status).map(([body, to]) => ({ ...body, ...statusPatch(to) }));
  const withoutStatus = properties.filter((body) => Object.keys(body).length > 0);
  return fc.oneof(withStatus, withoutStatus, status.map(statusPatch));
}

/** A body with a defect; the second property is valid and must not be stored. */
const defective = fc.constantFrom<readonly [string, object]>(
  ['a status that is none', { status: 'Cancelled', actionReason: 'never to be seen' }],
  ['a number for a text', { actionReason: 7, clientContext: 'never to be seen' }],
);

/** Those who may not write, as far as the target's owner gave their tokens; most often those whose token is good for reading. */
function refusedWriters({ identities, features }: Profile): readonly Caller[] {
  const callers = ['reader', 'reader', 'reader', 'stranger', 'neighbour', 'expired'] as const;
  const known = callers.filter((one) => identities.has(one));
  const delegated = identities.has('delegated') && features['application-only'].offered;
  return ['anonymous', ...known, ...(delegated ? (['delegated'] as const) : [])];
}

/** What a sequence begins with. */
export const creates: Arbitrary<Command> = fc.record({
  does: fc.constant('create' as const),
  body: bodies,
  as: fc.constant('writer' as const),
});

/** What a sequence may do on this target: each command with how often it is drawn. */
export function commands(profile: Profile): Arbitrary<Command> {
  const { identities, features } = profile;
  // Mostly the first action, so that much happens to one.
  const which = fc.constantFrom(0, 0, 0, 1, 1, 2);
  // Shrinks towards reading at once, which tells soonest what is wrong.
  const look = fc.constantFrom(true, true, true, false);
  const writer = fc.constant('writer' as const);
  const refused = fc.constantFrom(...refusedWriters(profile));
  // The writer looks after each change anyway.
  const readers: readonly Caller[] = identities.has('reader') ? ['reader', 'reader'] : [];
  const reads = fc.constantFrom('writer' as const, ...readers);
  const creators = refused.filter((one) => one !== 'neighbour');
  const patch = patches(features['names-required'].offered);
  const operations = fc.constantFrom('get' as const, 'cancel' as const);
  const always: fc.WeightedArbitrary<Command>[] = [
    { weight: 3, arbitrary: creates },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('create' as const), body: bodies, as: creators }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), which, as: writer, look }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('cancel' as const), which, as: refused, look }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('get' as const), which, as: reads }) },
    { weight: 3, arbitrary: fc.constant({ does: 'list' as const }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('miss' as const), operation: operations }) },
  ];
  if (!features.update.offered) return fc.oneof(...always);
  const update = { does: fc.constant('update' as const), which, look };
  return fc.oneof(
    ...always,
    { weight: 18, arbitrary: fc.record({ ...update, patch, as: writer }) },
    { weight: 3, arbitrary: fc.record({ ...update, patch, as: refused }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.record({ ...update, as: writer }), defective)
        .map(([rest, [defect, body]]) => ({ ...rest, defect, patch: body as WritableBody })),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'miss' as const, operation: 'update' as const }) },
  );
}
