import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { blameFor } from './blame.js';
import { type Discrepancy, discrepancy } from './discrepancy.js';
import { type Tracked, writable } from './tracked.js';

type Name = (typeof writable)[number];

/** Which members that a client may write do not show what they have to. */
export function wrongValues(tracked: Tracked, shown: Action, exchange: Exchange): readonly Discrepancy[] {
  const { values, causes } = tracked;
  return writable.flatMap((name) => {
    const [expected, received] = [comparable(name, values[name]), comparable(name, shown[name])];
    if (isDeepStrictEqual(expected, received)) return [];
    const id = blameFor(causes, {
      update: (patch) => (Object.hasOwn(patch, name) ? blameForSent(name, patch, tracked, received) : 'UPDATE-5'),
      cancel: 'CANCEL-15',
      refused: (id) => id,
      otherwise: 'RESOURCE-18',
    });
    const seen = { expected: values[name] ?? null, received: shown[name] ?? null, at: `/${name}`, exchange };
    return [discrepancy(id, `${name} is not what the requests before have made of it`, seen)];
  });
}

/** UPDATE-4 where the new value did not come, else the input about how it is stored. */
function blameForSent(name: Name, patch: WritableBody, tracked: Tracked, received: unknown): RequirementId {
  if (patch[name] === null) return 'UPDATE-6';
  if (isDeepStrictEqual(received, comparable(name, tracked.shown[name]))) return 'UPDATE-4';
  if (name === 'parameters') return 'UPDATE-7';
  const sent = name === 'vendorInformation' && isObject(received) ? Object.entries(patch[name] ?? {}) : [];
  return sent.length > 0 && sent.every(([part, value]) => (received as never)[part] === value)
    ? 'UPDATE-8'
    : 'UPDATE-4';
}

/** The value of a member without what may differ: null and absent are the same, a name has no case, pairs no order. */
export function comparable(name: Name, value: unknown): unknown {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (name === 'name' && typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) {
    return value.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : pair)).sort();
  }
  if (!isObject(value)) return value;
  const parts = ['provider', 'providerVersion', 'subProvider', 'vendor'].map((part) => [part, value[part] ?? null]);
  return Object.fromEntries(parts);
}
