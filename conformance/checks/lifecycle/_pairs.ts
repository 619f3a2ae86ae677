import { type ActionAt, inOrder } from '../../engine/judge/observation.js';

/**
 * The pairs of observations of which the first was surely before the second. A list may lawfully lag behind, so what it shows is
 * never held against what was seen before; partial answers (206) are left out.
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

/**
 * Whether what is looked at was not the same all the time. Where it was, it could not go back, and proves nothing: a target that
 * always says the same does so too.
 */
export function hasChanged<T>(
  timeline: readonly ActionAt[],
  look: (seen: ActionAt) => T,
  same: (one: T, other: T) => boolean,
): boolean {
  const [first, ...others] = timeline.map(look);
  return first !== undefined && others.some((other) => !same(first, other));
}

/** Whether the answer had to show the member: it was not left out by `$select`. */
export function isAskedFor(name: string): (seen: ActionAt) => boolean {
  return ({ selected }) => selected === undefined || selected.includes(name);
}
