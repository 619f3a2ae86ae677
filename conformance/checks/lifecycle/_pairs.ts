import { inOrder, type SeenAction } from '../../engine/judge/observation.js';

/**
 * The pairs of observations whose order is certain. A list may show an earlier version, so it is only compared with later responses.
 * Partial responses (206) are left out.
 */
export function* sureOrder(shown: readonly SeenAction[]): Generator<readonly [SeenAction, SeenAction]> {
  const whole = shown.filter(({ reply }) => reply.status !== 206);
  const direct = whole.filter(({ exchange }) => exchange.operation !== 'list');
  yield* inOrder(direct);
  for (const listed of whole.filter(({ exchange }) => exchange.operation === 'list')) {
    const later = direct.find(({ exchange }) => exchange.startedAt >= listed.exchange.endedAt);
    if (later) yield [listed, later];
  }
}

/** Whether a value has changed in the observations of an action. A value that never changes is no evidence, because a constant response shows it too. */
export function hasChanged<T>(
  shown: readonly SeenAction[],
  valueIn: (seen: SeenAction) => T,
  same: (one: T, other: T) => boolean,
): boolean {
  const [first, ...others] = shown.map(valueIn);
  return first !== undefined && others.some((other) => !same(first, other));
}

/** Whether the response has to show the member, because `$select` does not exclude it. */
export function isMemberSelected(name: string): (seen: SeenAction) => boolean {
  return ({ selected }) => selected === undefined || selected.includes(name);
}
