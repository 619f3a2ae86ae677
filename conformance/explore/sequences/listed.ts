import type { Exchange } from '../../engine/evidence/exchange.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import type { Command } from './command.js';
import type { Discrepancy } from './discrepancy.js';
import type { SequencePlay } from './sequence-play.js';
import { checkShown } from './shown.js';
import type { TrackedAction } from './tracked-action.js';

/** Reads the list until it contains each action once and as a get shows it, or the settle time is over (CREATE-10, LIST-3, RESOURCE-18). */
export async function checkList(play: SequencePlay, command: Command): Promise<void> {
  play.addStep({ command });
  const contexts = play.world.profile.features.filter.offered ? contextsOf(play) : [undefined];
  for (const context of contexts) {
    const wrong = await play.world.eventually(
      () => wrongInList(play, context),
      (seen) => seen.length === 0,
    );
    await play.check(wrong);
  }
}

/** The contexts by which the list is filtered; actions without a context are not checked. */
function contextsOf({ actions }: SequencePlay): readonly string[] {
  const contexts = actions.filter(isUpToDate).map(({ shown }) => shown.clientContext);
  return [...new Set(contexts.filter((one) => typeof one === 'string'))];
}

/** Whether the action was shown after the last request, so that a list which differs is wrong itself. */
function isUpToDate({ since }: TrackedAction): boolean {
  return since.length === 0;
}

async function wrongInList(play: SequencePlay, context: string | undefined): Promise<readonly Discrepancy[]> {
  const pages = await play.world.pages(
    context === undefined ? {} : { query: { $filter: `clientContext eq '${context}'` } },
  );
  const [first] = pages;
  if (!first || pages.some(({ status }) => status >= 300)) return [];
  play.extendLastStep({ reply: first });
  const elements = elementsOf(pages);
  return play.actions.flatMap((tracked, index) =>
    isUpToDate(tracked) && (context === undefined || tracked.shown.clientContext === context)
      ? wrongElements(tracked, `action #${index + 1}`, elements, first.exchange)
      : [],
  );
}

function wrongElements(
  tracked: TrackedAction,
  name: string,
  elements: readonly ObservedObject[],
  exchange: Exchange,
): readonly Discrepancy[] {
  const listed = elements.filter(({ id }) => id === tracked.id);
  const counted = { expected: `${name} once`, received: `${listed.length} times`, at: '/value' as const, exchange };
  if (listed.length > 1) return [{ id: 'LIST-3', message: `the list contains ${name} more than once`, ...counted }];
  if (listed.length < 1) return [{ id: 'CREATE-10', message: `the list does not contain ${name}`, ...counted }];
  // A list may show an earlier version for a while, so an element does not narrow the states of the action.
  return checkShown(tracked, listed[0] as Action, exchange).wrong.map((one) => ({
    ...one,
    id: 'RESOURCE-18',
    message: `the list shows ${name} differently: ${one.message}`,
  }));
}
