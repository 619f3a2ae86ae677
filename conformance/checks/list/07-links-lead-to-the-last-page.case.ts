import { scenario } from '../../engine/check.js';
import { Inconclusive, notAccepted } from '../../engine/errors.js';
import { isSuccess, type Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { endlessBecause } from '../../engine/world/pages.js';
import { elementsOf } from '../../engine/world/world.js';
import { Batch } from './_batch.js';
import { followLinks } from './_follow-links.js';
import { eachWasListed, idsOf, ownActionsOf, repeatedIds } from './_own-actions.js';

const pageSize = 3;

const sizes = [pageSize - 1, pageSize, pageSize + 1, 2 * pageSize, 3 * pageSize + 1];

/** Lists with one element less than a page holds, exactly as many, and one more. Creates further actions while the pages are read. */
export default scenario('LIST-7', {
  inTurn: true,
  // The number of own actions makes no difference among many others.
  each: ({ profile: { isLong, features } }) => (isLong && !features.filter.properties ? [3 * pageSize + 1] : sizes),
  named: (count) => `${count} actions on pages of ${pageSize}`,
  given: async (world, count) => {
    const batch = Batch.inTurn(world, count);
    while (batch.actions.length < count) await batch.add();
    const own = ownActionsOf(world, batch, pageSize);
    return { ...own, wereListed: await eachWasListed(own, world) };
  },
  when: async (world, { inPages, isolated, addAnother, wereListed }) => {
    const between = async (page: number) => (page <= 2 ? addAnother() : undefined);
    const walk = await followLinks(world, inPages, isolated ? 20 : 2_000, between);
    if (walk.end === 'limit' && !isolated)
      throw new Inconclusive('the list has more pages than the kit reads, so its last page was not reached');
    requireAccepted(walk.pages);
    // Pages that repeat some actions and never show others are wrong, however long the kit waits.
    if (walk.end === 'last' && !wereListed && repeatedIds(idsOf(elementsOf(walk.pages))).length === 0)
      throw new Inconclusive('the list does not show the actions that were created for this case');
    return walk;
  },
  then: ({ pages, end }, { ids }) => {
    const last = pages.at(-1)?.exchange;
    expectThat(end === 'last', {
      message: 'following the links does not lead to the last page',
      expected: 'a last page without @odata.nextLink',
      received: endlessBecause(end) ?? 'a link on every page',
      at: '/@odata.nextLink',
      exchange: last,
    });
    const shown = new Set(idsOf(elementsOf(pages)));
    const missing = ids.filter((id) => !shown.has(id));
    expectThat(missing.length === 0, {
      message: 'some actions are on no page',
      expected: 'all actions of this case',
      received: `no elements with the ids ${missing.join(', ')}`,
      at: '/value',
      exchange: last,
    });
  },
});

/** @throws Inconclusive if the target rejects the list in small pages, because only a SHOULD says that it ignores a preference. */
function requireAccepted([first]: readonly Reply[]): void {
  if (first && !isSuccess(first))
    throw notAccepted(`the list in small pages responded with ${first.status}`, first.status, first.exchange);
}
