import type { Exchange } from '../../engine/evidence/exchange.js';
import type { ObservedObject, Reply } from '../../engine/evidence/reply.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import type { Command } from './command.js';
import type { Course } from './course.js';
import { type Discrepancy, discrepancy } from './discrepancy.js';
import { observe } from './observe.js';
import type { Tracked } from './tracked.js';

/** Lists may lag behind by the settle time, but in the end they hold each action once, as a get shows it (CREATE-10, LIST-3, RESOURCE-18). */
export async function list(course: Course, command: Command): Promise<void> {
  course.tell({ command });
  const contexts = course.world.profile.features.filter.offered ? contextsOf(course) : [undefined];
  for (const context of contexts) {
    const wrong = await course.world.eventually(
      () => wrongInList(course, context),
      (seen) => seen.length === 0,
    );
    await course.hold(wrong);
  }
}

/** What finds the attempt's actions in a list by a filter; those without a context are not looked for. */
function contextsOf({ actions }: Course): readonly string[] {
  const contexts = actions.filter(isSure).map(({ values }) => values.clientContext);
  return [...new Set(contexts.filter((one) => typeof one === 'string'))];
}

/** A get has shown that the action is as it should be, so that a list which differs is at fault itself. */
function isSure({ causes }: Tracked): boolean {
  return causes.length === 0;
}

async function wrongInList(course: Course, context: string | undefined): Promise<readonly Discrepancy[]> {
  const query = context === undefined ? {} : { query: { $filter: `clientContext eq '${context}'` } };
  const pages = await course.world.pages(query);
  const [first] = pages;
  if (!first || pages.some((page: Reply) => page.status >= 300)) return [];
  course.tellMore({ reply: first });
  const elements = elementsOf(pages);
  return course.actions.flatMap((tracked, index) =>
    isSure(tracked) && (context === undefined || tracked.values.clientContext === context)
      ? wrongElements(tracked, index, elements, first.exchange)
      : [],
  );
}

function wrongElements(
  tracked: Tracked,
  index: number,
  elements: readonly ObservedObject[],
  exchange: Exchange,
): readonly Discrepancy[] {
  const shown = elements.filter(({ id }) => id === tracked.id);
  const name = `action #${index + 1}`;
  const seen = { expected: `${name} once`, received: `${shown.length} times`, at: '/value', exchange };
  if (shown.length > 1) return [discrepancy('LIST-3', `the list holds ${name} more than once`, seen)];
  if (shown.length < 1) return [discrepancy('CREATE-10', `the list does not hold ${name}`, seen)];
  // A stale element is lawful while the list lags behind, so nothing is learnt from one, and all that is wrong is that it differs.
  return observe(tracked, shown[0] as Action, exchange).wrong.map((one) => ({
    ...one,
    id: 'RESOURCE-18',
    message: `the list shows ${name} otherwise: ${one.message}`,
  }));
}
