import { scenario } from '../../kit/check.js';
import { expectEqual, expectRefusal, expectStatus, expectUnchanged } from '../../kit/expect.js';
import { Undecided } from '../../kit/violation.js';
import { elementsOf, type World } from '../../kit/world.js';
import { afterwards } from './_afterwards.js';
import { operations } from './_operations.js';

export default scenario('AUTH-12', {
  each: (world) => operations(world).filter(({ name }) => name !== 'create'),
  named: ({ name }) => `${name} by a neighbour`,
  /** The neighbour can make an action of its own and do the same to that, so that it is not refused everything. */
  given: async (world, { name, send }) => {
    const own = await world.action({ as: 'neighbour' });
    const { status, exchange } = await send(world, own.id, { as: 'neighbour' });
    if (status >= 300) throw new Undecided(`${name} of the neighbour's own was answered with ${status}`, exchange);
    const theirs = await world.read((await world.action()).id);
    if (name === 'list' && !(await listed(world, own.id))) throw new Undecided("the neighbour's list is not whole");
    return theirs;
  },
  when: async (world, theirs, { name, send }) => ({
    reply: await send(world, theirs.id, { as: 'neighbour' }),
    pages: name === 'list' ? await world.pages({ as: 'neighbour' }) : [],
    ...(await afterwards(world, theirs)),
  }),
  then: ({ reply, pages, after, mayDiffer }, theirs, { name }) => {
    if (name === 'list') {
      expectStatus(reply, 200, 206);
      const shown = elementsOf(pages).some(({ id }) => id === theirs.id);
      expectEqual(shown, false, `/value (an element with id ${theirs.id})`, pages.at(-1)?.exchange);
    } else {
      expectRefusal(reply, 404, 403);
    }
    expectUnchanged(after, theirs, mayDiffer);
  },
});

/** Whether the neighbour's own list comes to show its action. */
async function listed(world: World, id: string): Promise<boolean> {
  const has = (shown: Awaited<ReturnType<World['elements']>>) => shown.some((element) => element.id === id);
  return has(await world.eventually(() => world.elements({ as: 'neighbour' }), has));
}
