import { type Exchange, keepable } from '../evidence/exchange.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { member } from '../evidence/reply.js';
import { valueAt } from '../evidence/schema-error.js';
import type { Detector, Explanation } from './cause.js';
import { span } from './words.js';

/** Differences up to this are usual between two machines, in milliseconds. */
const usualMs = 60_000;
/** How far single values may be from the median and still show the same clock. */
const nearMs = 30_000;
/** The coarsest resolution of a time in use, in milliseconds. */
const coarsestMs = 1_000;

/** Finds a target whose clock differs from that of this machine, by the creation times of new actions and by `Date`. */
export class Clock implements Detector {
  readonly #created: { readonly at: number; readonly off: number }[] = [];
  readonly #dates: number[] = [];
  readonly #evidence: Exchange[] = [];

  /** @param timeOf the time of this machine at so many milliseconds since the run began, in milliseconds since 1970 */
  constructor(private readonly timeOf: (sinceBegin: number) => number) {}

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { operation, response } = exchange;
      if (!response) continue;
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) this.#dates.push(date - this.#endOf(exchange));
      if (operation !== 'create' || response.status >= 300) continue;
      const created = Date.parse(String(member(replyOf(exchange, response).body, 'createdDateTime')));
      if (Number.isNaN(created)) continue;
      this.#created.push({ at: created, off: created - this.#endOf(exchange) });
      if (this.#evidence.length === 0 && Math.abs(created - this.#endOf(exchange)) > usualMs)
        this.#evidence.push(keepable(exchange));
    }
  }

  explanation(): Explanation | undefined {
    const skew = median(this.#created.map(({ off }) => off));
    if (skew === undefined || Math.abs(skew) <= usualMs) return undefined;
    // Values that are scattered, or constant, do not come from a clock that is only wrong.
    const near = this.#created.filter(({ off }) => Math.abs(off - skew) <= nearMs).length;
    if (near < this.#created.length * 0.9 || this.#isConstant()) return undefined;
    const date = median(this.#dates);
    const wrong = `${span(Math.abs(skew))} ${skew < 0 ? 'behind' : 'ahead of'}`;
    return {
      kind: 'clock',
      says: `the clock of the target is ${wrong} that of this machine`,
      detail: `createdDateTime of ${near} new actions differs by about ${span(Math.abs(skew))} from the time of their responses here${agreement(skew, date)}`,
      remedy:
        date !== undefined && Math.abs(date - skew) <= nearMs
          ? 'synchronize the clock of the target, and check that of this machine (NTP)'
          : 'check how the service makes its times: the clock of its database, or a time zone that is taken for UTC',
      evidence: this.#evidence,
      explains: (finding) =>
        this.#isOffBy(skew, finding) || (skew < 0 && finding.exchange?.caller === 'expired' && isAccepted(finding)),
    };
  }

  /** Whether all creation times are the same, although more time passed than the coarsest clock counts. */
  #isConstant(): boolean {
    const { at: first = 0, off = 0 } = this.#created[0] ?? {};
    return this.#created.every(({ at }) => at === first) && this.#created.some((one) => off - one.off > coarsestMs);
  }

  /** Whether a time in a response would be right if the clock were. */
  #isOffBy(skew: number, { exchange, at }: Parameters<Explanation['explains']>[0]): boolean {
    if (!exchange?.response || !at?.startsWith('/') || !/DateTime$/.test(at)) return false;
    const shown = Date.parse(String(valueAt(replyOf(exchange, exchange.response).body, at)));
    return Math.abs(shown - this.#endOf(exchange) - skew) <= usualMs;
  }

  #endOf({ endedAt }: Exchange): number {
    return this.timeOf(endedAt);
  }
}

function agreement(skew: number, date: number | undefined): string {
  if (date === undefined) return '; its responses have no Date header field';
  if (Math.abs(date - skew) <= nearMs) return ', and Date in its responses agrees';
  const off = Math.abs(date) <= usualMs ? 'is right' : `is ${span(Math.abs(date))} ${date < 0 ? 'behind' : 'ahead'}`;
  return `, but Date in its responses ${off}`;
}

function isAccepted({ exchange }: Parameters<Explanation['explains']>[0]): boolean {
  return (exchange?.response?.status ?? 500) < 300;
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
