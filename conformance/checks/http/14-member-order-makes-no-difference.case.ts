import { scenario } from '../../engine/check.js';
import { isObject, type ObservedObject } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, writableMembers } from '../../engine/judge/expect.js';
import type { Draw } from '../../engine/world/draw.js';
import type { World } from '../../engine/world/world.js';

type Sort = (names: readonly string[], draw: Draw) => readonly string[];

const orders: Record<string, Sort> = {
  reversed: (names) => [...names].reverse(),
  alphabetical: (names) => [...names].sort(),
  'starting in the middle': (names) => [...names.slice(names.length / 2), ...names.slice(0, names.length / 2)],
  'shuffled once': shuffled,
  'shuffled twice': (names, draw) => shuffled(shuffled(names, draw), draw),
};

export default scenario('HTTP-14', {
  each: Object.entries(orders),
  named: ([what]) => what,
  /** The twin in the documented order has to be accepted, annotations and all. */
  given: async (world) => {
    const body = annotated(world);
    await world.action({ body });
    return { ...body, clientContext: world.text('In another order') };
  },
  when: async (world, body, [, sort]) => {
    const created = await world.create(reordered(body, (names) => sort(names, world.draw)));
    return created.status === 201 ? [created, await world.get(world.entity(created, 201).id)] : [created];
  },
  then: (replies, body) => {
    for (const reply of replies) {
      const action = expectEntity(reply, 200, 201, 206);
      for (const name of writableMembers) {
        const sent = plain(body[name], name);
        expectEqual(sentPart(plain(action[name], name), sent), sent, `/${name}`, reply.exchange);
      }
    }
  },
});

/** A create body with the documented annotations, on the action and within it; reordering puts them last or in between. */
function annotated(world: World) {
  const { parameters = [], vendorInformation, ...body } = world.body();
  const type = (name: string) => ({ '@odata.type': `#microsoft.graph.${name}` });
  return {
    ...type('securityAction'),
    ...body,
    parameters: parameters.map((pair) => ({ ...type('keyValuePair'), ...pair })),
    vendorInformation: { ...type('securityVendorInformation'), ...vendorInformation },
  };
}

function shuffled(names: readonly string[], draw: Draw): readonly string[] {
  return names
    .map((name) => ({ name, at: draw.integer(2 ** 32) }))
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
}

/** The same value with the members of every object in the order that `sort` gives them. */
function reordered(value: unknown, sort: (names: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, sort));
  if (!isObject(value)) return value;
  return Object.fromEntries(sort(Object.keys(value)).map((name) => [name, reordered(value[name], sort)]));
}

/** The value without annotations; a name of an action may come back in another case (CREATE-56). */
function plain(value: unknown, of: string): unknown {
  if (of === 'name' && typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.map((one) => plain(one, `${of}/*`));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !name.includes('@')));
}

/** What was received, without the members of a complex value that were not sent. */
function sentPart(received: unknown, sent: unknown): unknown {
  if (Array.isArray(received) && Array.isArray(sent)) return received.map((one, index) => sentPart(one, sent[index]));
  if (!isObject(received) || !isObject(sent)) return received;
  const names = Object.keys(sent).filter((name) => Object.hasOwn(received, name));
  return Object.fromEntries(names.map((name) => [name, (received as ObservedObject)[name]]));
}
