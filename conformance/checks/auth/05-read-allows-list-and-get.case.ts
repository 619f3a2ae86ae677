import { scenario } from '../../engine/check.js';
import { expectEntity, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { untilShown } from '../../engine/world/in-time.js';
import { elementsOf } from '../../engine/world/world.js';

export default scenario('AUTH-5', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    // The list may be behind (CREATE-10), but it must never reject the reader.
    const listed = await untilShown(
      world,
      'the list showed new actions',
      () => world.recentPages({ as: 'reader' }, [id]),
      (pages) => pages.some(({ status }) => status >= 300) || elementsOf(pages).some((element) => element.id === id),
    );
    const shown = await world.get(id, { as: 'reader' });
    return { shown, listed, again: await world.recentPages({ as: 'reader' }, [id]) };
  },
  then: ({ shown, listed, again }, { id }) => {
    expectEntity(shown);
    for (const page of [...listed, ...again]) expectSuccess(page);
    const found = elementsOf(listed).some((element) => element.id === id);
    expectThat(found, {
      message: 'the list does not show the action to a reader',
      expected: `an element with the id ${id}`,
      received: 'no such element',
      at: '/value',
      exchange: listed.at(-1)?.exchange,
    });
  },
});
