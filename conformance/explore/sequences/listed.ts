import type { Exchange } from '../../engine/evidence/exchange.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { untilShown } from '../../engine/world/in-time.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import type { Command } from './command.js';
import type { Discrepancy } from './discrepancy.js';
import { broken } from './requirements.js';
import type { SequencePlay } from './sequence-play.js';
import { checkShown } from './shown.js';
import type { TrackedAction } from './tracked-action.js';

/**
 * Reads the list until it contains each action once and as a get shows it, or the settle time is over (CREATE-10, LIST-3, RESOURCE-18).
 * With the feature `filter` it is filtered by each context, and actions without a context are not checked.
 */
export async function checkList(play: SequencePlay, command: Command): Promise<void> {
  play.steps.push({ command });
  // An action without requests since it was last shown, so that a list which differs is wrong itself.
  const shown = [...play.actions.entries()].filter(([, { since }]) => since.length === 0);
  const contexts = shown.map(([, action]) => action.shown.clientContext).filter((one) => typeof one === 'string');
  const finds = play.world.profile.features.filter.properties?.includes('clientContext');
  for (const context of finds ? new Set(contexts) : [undefined]) {
    const query: Readonly<Record<string, string>> =
      context === undefined ? {} : { $filter: `clientContext eq '${context}'` };
    const sought = shown.filter(([, action]) => context === undefined || action.shown.clientContext === context);
    // The list may be behind, but a filtered list, which no other attempt changes, never repeats an action.
    const isRepeated = ({ id }: Discrepancy) => context !== undefined && id === broken.listedTwice;
    const wrong = await untilShown(
      play.world,
      'the list showed new actions',
      () => wrongInList(play, sought, query),
      (seen) => seen.length === 0 || seen.some(isRepeated),
    );
    await play.check(wrong);
  }
}

async function wrongInList(
  play: SequencePlay,
  sought: readonly (readonly [number, TrackedAction])[],
  query: Readonly<Record<string, string>>,
): Promise<readonly Discrepancy[]> {
  const pages = await play.world.recentPages(
    { query },
    sought.map(([, { id }]) => id),
  );
  const [first] = pages;
  if (!first || pages.some(({ status }) => status >= 300)) return [];
  play.extendLastStep({ reply: first });
  const elements = elementsOf(pages);
  return sought.flatMap(([index, tracked]) => wrongElements(tracked, `action #${index + 1}`, elements, first.exchange));
}

function wrongElements(
  tracked: TrackedAction,
  name: string,
  elements: readonly ObservedObject[],
  exchange: Exchange,
): readonly Discrepancy[] {
  const [element, ...others] = elements.filter(({ id }) => id === tracked.id);
  if (!element || others.length > 0) {
    const [id, verb] = element ? [broken.listedTwice, 'repeats'] : [broken.notListed, 'does not contain'];
    const received = `${element ? 1 + others.length : 0} times`;
    return [{ id, message: `the list ${verb} ${name}`, expected: `${name} once`, received, at: '/value', exchange }];
  }
  // A list may show an earlier version for a while, so an element does not narrow the states of the action.
  return checkShown(tracked, element as Action, exchange).wrong.map((one) => ({
    ...one,
    id: broken.listedDifferently,
    message: `the list shows ${name} differently: ${one.message}`,
  }));
}
