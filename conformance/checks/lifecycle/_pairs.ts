import { type ActionAt, inOrder } from '../../engine/judge/observation.js';

/**
 * The pairs of observations whose order is certain. A list may show an earlier version, so it is only compared with later responses.
 * Partial responses (206) are left out.
 */
export function* sureOrder(timeline: readonly ActionAt[]): Generator<readonly [ActionAt, ActionAt]> {
  const whole = timeline.filter(({ reply }) => reply.status !== 206);
  const direct = whole.filter(({ exchange }) => exchange.operation !== 'list');
  yield* inOrder(direct);
  for (const listed of whole.filter(({ exchange }) => exchange.operation === 'list')) {
    const later = direct.find(({ exchange }) => exchange.startedAt >= listed.exchange.endedAt);
    if (later) yield [listed, later];
  }
}

/** Whether a value has changed in the timeline. A value that never changes is no evidence, because a constant response shows it too. */
export function hasChanged<T>(
  timeline: readonly ActionAt[],
  valueIn: (seen: ActionAt) => T,
  same: (one: T, other: T) => boolean,
): boolean {
  const [first, ...others] = timeline.map(valueIn);
  return first !== undefined && others.some((other) => !same(first, other));
}

/** Whether the response has to show the member, because `$select` does not exclude it. */
export function isMemberSelected(name: string): (seen: ActionAt) => boolean {
  return ({ selected }) => selected === undefined || selected.includes(name);
}
