import { scenario } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, expectStatus, writableMembers } from '../../engine/judge/expect.js';
import { fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';

/** Beside a twin in which the nulls are left out, which shows what the target makes of that. */
export default scenario('CREATE-34', {
  each: (world) => fixtureInputs(world, ({ requirement }) => requirement === 'CREATE-34'),
  named: says,
  given: (world, { body }) => world.action({ body: withoutNulls(body) }),
  when: async (world, _, { body }) => ({ made: await make(world, body), stateful: world.profile.class === 'stateful' }),
  then: ({ made, stateful }, twin) => {
    expectStatus(made.reply, 201);
    if (!stateful) return void expectEntity(made.reply, 201);
    expectMade(made, (shown, exchange) => {
      for (const name of writableMembers) expectEqual(plain(shown[name]), plain(twin[name]), `/${name}`, exchange);
    });
  },
});

/** A body or a part of it without the members that are null. */
function withoutNulls<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    kept.map(([name, member]) => [name, isObject(member) ? withoutNulls(member) : member]),
  ) as T;
}

/** A member as it is compared: absent is null, at every level. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? withoutNulls(value) : (value ?? null);
}
