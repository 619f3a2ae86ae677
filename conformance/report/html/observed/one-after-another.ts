import type { Exchange } from '../../../engine/evidence/exchange.js';

/** The exchanges in the order in which they were sent, those that overlapped together. */
export function oneAfterAnother(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const groups: Exchange[][] = [];
  let endsAt = Number.NEGATIVE_INFINITY;
  for (const exchange of [...exchanges].sort((a, b) => a.startedAt - b.startedAt || a.number - b.number)) {
    if (exchange.startedAt < endsAt) groups.at(-1)?.push(exchange);
    else groups.push([exchange]);
    endsAt = Math.max(endsAt, exchange.endedAt);
  }
  return groups;
}
