import { isDeepStrictEqual } from 'node:util';
import { preview } from '../../engine/evidence/preview.js';
import { isObject, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';

/** Expects a response to show every member of the body, compared with `matches`. */
export function expectSent(reply: Reply, sent: WritableBody, matches = matchesSent): void {
  const shown = expectEntity(reply);
  for (const [name, value] of Object.entries(sent)) {
    expectThat(matches(name, value, shown[name]), {
      expected: JSON.stringify(value),
      received: preview(shown[name]),
      at: `/${name}`,
      exchange: reply.exchange,
    });
  }
}

/** Whether the shown value is the one that was sent, as far as the contract requires. */
export function matchesSent(name: string, sent: unknown, shown: unknown): boolean {
  if (name === 'name') return lower(sent) === lower(shown);
  if (name === 'parameters') return isDeepStrictEqual(pairs(shown), pairs(sent));
  if (name === 'status') return isStatus(sent) && isStatus(shown) && isPossibleLater(sent, shown);
  // The target may add annotations.
  if (isObject(sent)) {
    return isObject(shown) && Object.entries(sent).every(([part, value]) => (shown[part] ?? null) === value);
  }
  return isDeepStrictEqual(shown ?? null, sent);
}

/** As {@link matchesSent}, but pairs from before may stay beside those that were sent: only UPDATE-7, a SHOULD, says that they go. */
export function containsSent(name: string, sent: unknown, shown: unknown): boolean {
  if (name !== 'parameters' || !Array.isArray(sent) || !Array.isArray(shown)) return matchesSent(name, sent, shown);
  const left = texts(shown);
  return texts(sent).every((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Names are compared without regard to case; decision 0028. */
function lower(name: unknown): unknown {
  return typeof name === 'string' ? name.toLowerCase() : name;
}

/** Names and values in sorted order, because only CREATE-13 requires the original order. */
function pairs(value: unknown): unknown {
  return Array.isArray(value) ? texts(value).sort() : value;
}

function texts(values: readonly unknown[]): unknown[] {
  return values.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : pair));
}
