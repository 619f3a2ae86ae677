import type { ReceivedResponse } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';

/** Milliseconds that the response asks to wait; `undefined` when it names no time. */
export function retryAfterMs({ headers }: Pick<ReceivedResponse, 'headers'>, now = Date.now()): number | undefined {
  const field = headers.get('retry-after');
  if (field === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(field.trim())) return Number(field) * 1_000;
  // Date.parse reads a date from nearly any number, such as -5.
  const date = /[a-z]/i.test(field) ? Date.parse(field) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Counts the responses of a run, for one sentence about overload. */
export class OverloadCount {
  #responses = 0;
  readonly #statuses = new Map<number, number>();
  readonly #servers = { accepted: new Set<string>(), rejecting: new Set<string>() };

  add({ status, headers }: ReceivedResponse): void {
    this.#responses += 1;
    const overload = isOverload(status);
    const server = headers.get('server') ?? '';
    (overload ? this.#servers.rejecting : this.#servers.accepted).add(server);
    if (overload) this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  /** What the run has seen of overload; `undefined` when there was none. */
  notice(): string | undefined {
    const total = [...this.#statuses.values()].reduce((sum, count) => sum + count, 0);
    if (total === 0) return undefined;
    const { rejecting, accepted } = this.#servers;
    const others = [...rejecting].filter((name) => name !== '' && !accepted.has(name));
    const counts = [...this.#statuses]
      .map(([status, count]) => `${grouped(count)} ${count === 1 ? 'was' : 'were'} ${status}`)
      .join(', ');
    const from =
      others.length > 0 && others.length === rejecting.size
        ? ` from another server than the API (${others.map((name) => `"${name}"`).join(', ')})`
        : '';
    return `of ${grouped(this.#responses)} responses ${counts}${from}; the kit waited and sent the requests again where that is safe; what stayed unclear is inconclusive and no failure; --rate keeps a run below the limit of the target`;
  }
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
