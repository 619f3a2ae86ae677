import { scenario } from '../../engine/check.js';
import { Inconclusive, NotObserved } from '../../engine/errors.js';
import {
  exceptProgress,
  expectRejection,
  expectSuccess,
  expectThat,
  expectUnchanged,
} from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import { untilShown } from '../../engine/world/in-time.js';
import { elementsOf, type World } from '../../engine/world/world.js';
import { callName, everyAddress } from './_operations.js';

export default scenario('AUTH-12', {
  listsAll: true,
  each: (world) => everyAddress(world).filter(({ name, says }) => name !== 'create' && says !== 'next link'),
  named: (call) => `${callName(call)} by a neighbour`,
  /** The control is the same operation on an action of the neighbour itself. It shows that the neighbour is not rejected in general. */
  given: async (world, call) => {
    const { name, send, optional, query } = call;
    const make = (own: World) => own.action({ as: 'neighbour' });
    const changes = name === 'update' || name === 'cancel';
    const control = changes ? await make(world) : await world.shared.once('of the neighbour', make);
    const { status, exchange } = await send(world, control.id, { as: 'neighbour' });
    if (status >= 300 && optional)
      throw new NotObserved(`the target does not answer a ${callName(call)}: it responds with ${status}`, exchange);
    if (status >= 300)
      throw new Inconclusive(
        `the control, ${name} of an action of the neighbour itself, is rejected with ${status}`,
        exchange,
      );
    if (name === 'list' && !(await isListedToNeighbour(world, control.id, query)))
      throw new (optional ? NotObserved : Inconclusive)('the list does not show the neighbour its own action');
  },
  when: (world, _, { name, send, query }) =>
    withControlAction(world, {
      make: async (own) => own.read((await own.action()).id),
      act: async ({ id }) => {
        const pages = name === 'list' ? await world.pages({ as: 'neighbour', query }) : [];
        const reply = pages[0] ?? (await send(world, id, { as: 'neighbour' }));
        return { reply, pages, after: await world.get(id) };
      },
      expected: ({ after }, action) => !hasMoved(after, action),
      after: ({ after }) => after,
      together: {
        kind: 'new',
        read: ({ reply, after }) => (name === 'list' || reply.status >= 400 ? after : undefined),
      },
    }),
  then: ({ seen: { reply, pages, after }, action, ...progress }, _, { name }) => {
    if (name === 'list') {
      expectSuccess(reply);
      const shown = elementsOf(pages).some(({ id }) => id === action.id);
      expectThat(!shown, {
        message: 'the list shows a neighbour an action of another tenant',
        expected: `no element with the id ${action.id}`,
        received: 'such an element',
        at: '/value',
        exchange: pages.at(-1)?.exchange,
      });
    } else {
      expectRejection(reply, 404, 403);
    }
    expectUnchanged(after, action, exceptProgress(progress));
  },
});

/** Waits until the list shows the neighbour its own action, because a list may be behind (CREATE-10). Returns false if it never does. */
async function isListedToNeighbour(
  world: World,
  id: string,
  query?: Readonly<Record<string, string>>,
): Promise<boolean> {
  const has = (shown: Awaited<ReturnType<World['elements']>>) => shown.some((element) => element.id === id);
  return has(
    await untilShown(world, 'the list showed new actions', () => world.elements({ as: 'neighbour', query }), has),
  );
}
