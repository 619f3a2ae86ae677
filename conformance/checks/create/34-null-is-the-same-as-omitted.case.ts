import { scenario } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, writableMembers } from '../../engine/judge/expect.js';
import { fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** The control is the same body without the nulls. Both actions must show the same values. */
export default scenario('CREATE-34', {
  each: (world) => fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-34'),
  named: inputName,
  given: (world, { body }) => world.action({ body: withoutNulls(body) }),
  when: async (world, _, { body }) => ({
    result: await createAndRead(world, body),
    stateful: world.profile.class === 'stateful',
  }),
  then: ({ result, stateful }, control) => {
    expectEntity(result.reply);
    if (!stateful) return;
    expectCreated(result, (shown, exchange) => {
      for (const name of writableMembers)
        expectEqual(normalized(shown[name]), normalized(control[name]), `/${name}`, exchange);
    });
  },
});

/** A value without its null members, at every level. */
function withoutNulls<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    kept.map(([name, member]) => [name, isObject(member) ? withoutNulls(member) : member]),
  ) as T;
}

/** A member in the form that is compared: null members are removed at every level. */
function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  return isObject(value) ? withoutNulls(value) : (value ?? null);
}
