import { isDeepStrictEqual } from 'node:util';
import { isObject, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';

/** Expects an answer to show every member of the body as the contract wants it back. */
export function expectShows(reply: Reply, sent: WritableBody): void {
  const shown = expectEntity(reply, 200, 206);
  for (const [name, value] of Object.entries(sent)) {
    const finding = { expected: JSON.stringify(value), received: shown[name], at: `/${name}` };
    expectThat(comesBack(name, value, shown[name]), { ...finding, exchange: reply.exchange });
  }
}

/** Whether the value shown is the one that was sent, as far as the contract wants it. */
export function comesBack(name: string, sent: unknown, shown: unknown): boolean {
  if (name === 'name') return lower(sent) === lower(shown);
  if (name === 'parameters') return isDeepStrictEqual(pairs(shown), pairs(sent));
  if (name === 'status') return isStatus(sent) && isStatus(shown) && isPossibleLater(sent, shown);
  if (name === 'vendorInformation' && isObject(sent)) {
    return isObject(shown) && Object.entries(sent).every(([part, value]) => (shown[part] ?? null) === value);
  }
  return isDeepStrictEqual(shown ?? null, sent);
}

/** The case of a name may change on the way; reading 0028. */
function lower(name: unknown): unknown {
  return typeof name === 'string' ? name.toLowerCase() : name;
}

/** Names and values, in an order of their own: that of the collection is the business of CREATE-13. */
function pairs(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : pair)).sort();
}
