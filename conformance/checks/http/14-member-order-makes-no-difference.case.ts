import { scenario } from '../../engine/check.js';
import { unlessInconclusive } from '../../engine/errors.js';
import { isObject, isSuccess, type ObservedObject } from '../../engine/evidence/reply.js';
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
  named: ([name]) => name,
  /** The control is such a body in the documented order, with annotations on nested objects only if the target accepts them (CREATE-53). */
  given: async (world) => {
    const isAnnotated = await world.shared.once('control', async (own) => {
      if (await unlessInconclusive(own.action({ body: bodyWithAnnotations(own) }))) return true;
      await own.action({ body: bodyWithOneAnnotation(own) });
      return false;
    });
    return isAnnotated ? bodyWithAnnotations(world) : bodyWithOneAnnotation(world);
  },
  when: async (world, body, [, sort]) => {
    const created = await world.create(reordered(body, (names) => sort(names, world.draw)));
    return isSuccess(created) ? [created, await world.get(world.entity(created).id)] : [created];
  },
  then: (replies, body) => {
    for (const reply of replies) {
      const action = expectEntity(reply);
      for (const name of writableMembers) {
        const sent = withoutAnnotations(body[name], name);
        const received = sentPart(withoutAnnotations(action[name], name), sent);
        expectEqual(received, sent, `/${name}`, reply.exchange);
      }
    }
  },
});

/** A create body with a type annotation on the action alone. */
function bodyWithOneAnnotation(world: World) {
  return { ...annotation('securityAction'), ...world.body() };
}

/** A create body with type annotations on the action and on its nested objects, so that reordering moves them as well. */
function bodyWithAnnotations(world: World) {
  const { parameters = [], vendorInformation, ...body } = world.body();
  return {
    ...annotation('securityAction'),
    ...body,
    parameters: parameters.map((pair) => ({ ...annotation('keyValuePair'), ...pair })),
    vendorInformation: { ...annotation('securityVendorInformation'), ...vendorInformation },
  };
}

const annotation = (name: string) => ({ '@odata.type': `#microsoft.graph.${name}` });

function shuffled(names: readonly string[], draw: Draw): readonly string[] {
  return names
    .map((name) => ({ name, at: draw.integer(2 ** 32) }))
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
}

/** The same value with the members of every object in the order of `sort`. */
function reordered(value: unknown, sort: (names: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, sort));
  if (!isObject(value)) return value;
  return Object.fromEntries(sort(Object.keys(value)).map((name) => [name, reordered(value[name], sort)]));
}

/** The value of a property without annotations. `name` of an action is converted to lower case, because CREATE-56 judges its case. */
function withoutAnnotations(value: unknown, property: string): unknown {
  if (property === 'name' && typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.map((one) => withoutAnnotations(one, `${property}/*`));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !name.includes('@')));
}

/** The received value without members that were not sent. */
function sentPart(received: unknown, sent: unknown): unknown {
  if (Array.isArray(received) && Array.isArray(sent)) return received.map((one, index) => sentPart(one, sent[index]));
  if (!isObject(received) || !isObject(sent)) return received;
  const names = Object.keys(sent).filter((name) => Object.hasOwn(received, name));
  return Object.fromEntries(names.map((name) => [name, (received as ObservedObject)[name]]));
}
