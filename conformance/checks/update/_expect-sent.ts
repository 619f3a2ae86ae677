import { isDeepStrictEqual } from 'node:util';
import { preview } from '../../engine/evidence/preview.js';
import { isObject, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';

/** Expects a response to show every member of the body, compared with {@link matchesSent}. */
export function expectSent(reply: Reply, sent: WritableBody): void {
  const shown = expectEntity(reply);
  for (const [name, value] of Object.entries(sent)) {
    expectThat(matchesSent(name, value, shown[name]), {
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

/** Names are compared without regard to case; decision 0028. */
function lower(name: unknown): unknown {
  return typeof name === 'string' ? name.toLowerCase() : name;
}

/** Names and values in sorted order, because only CREATE-13 requires the original order. */
function pairs(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : pair)).sort();
}
