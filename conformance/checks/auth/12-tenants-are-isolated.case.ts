import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectEqual, expectRefusal, expectStatus, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import { elementsOf, type World } from '../../engine/world/world.js';
import { operations } from './_operations.js';

export default scenario('AUTH-12', {
  each: (world) => operations(world).filter(({ name }) => name !== 'create'),
  named: ({ name }) => `${name} by a neighbour`,
  /** The neighbour can make an action of its own and do the same to that, so that it is not refused everything. */
  given: async (world, { name, send }) => {
    const own = await world.action({ as: 'neighbour' });
    const { status, exchange } = await send(world, own.id, { as: 'neighbour' });
    if (status >= 300) throw new Inconclusive(`${name} of the neighbour's own was answered with ${status}`, exchange);
    if (name === 'list' && !(await listed(world, own.id))) throw new Inconclusive("the neighbour's list is not whole");
  },
  when: (world, _, { name, send }) =>
    withControlAction(world, {
      make: async () => world.read((await world.action()).id),
      act: async ({ id }) => ({
        reply: await send(world, id, { as: 'neighbour' }),
        pages: name === 'list' ? await world.pages({ as: 'neighbour' }) : [],
        after: await world.get(id),
      }),
      expected: ({ after }, theirs) => !hasMoved(after, theirs),
    }),
  then: ({ seen: { reply, pages, after }, action: theirs }, _, { name }) => {
    if (name === 'list') {
      expectStatus(reply, 200, 206);
      const shown = elementsOf(pages).some(({ id }) => id === theirs.id);
      expectEqual(shown, false, `/value (an element with id ${theirs.id})`, pages.at(-1)?.exchange);
    } else {
      expectRefusal(reply, 404, 403);
    }
    expectUnchanged(after, theirs);
  },
});

/** Whether the neighbour's own list comes to show its action. */
async function listed(world: World, id: string): Promise<boolean> {
  const has = (shown: Awaited<ReturnType<World['elements']>>) => shown.some((element) => element.id === id);
  return has(await world.eventually(() => world.elements({ as: 'neighbour' }), has));
}
