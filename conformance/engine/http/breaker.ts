import { NotSent } from '../errors.js';
import type { ReasonKind } from '../reason.js';
import type { WireRequest } from './transport/transport.js';

/**
 * After this many requests of a kind in a row that came to nothing in the same way, the next ones would, too; after fewer whose bodies are
 * large, or that took the whole time limit one after the other.
 */
const established = { small: 8, large: 3, hanging: 3 };
/** Milliseconds until a request of that kind shows whether it is still so; each further time is twice as long. One that hangs again costs more. */
const firstTrialMs = { usual: 5_000, hanging: 30_000 };

/** Characters of a large body; a page of a hundred actions has fewer. */
const large = 131_072;
/** A JSON body weighs as much as its characters, or this much for each of its values, which cost more to parse and to judge. */
const weightOfValue = 16;
/**
 * Large bodies of a run may weigh as much as this many bodies of the greatest length that the kit reads: those of lists, which may be long
 * because a target has many actions, and those of all other requests.
 */
const mostWholeBodies = { lists: 24, others: 4 };

/** How a request came to nothing or took too long: why there is no response, or why the kit could not read it. */
export interface Ending {
  readonly cause: string;
  readonly kind: ReasonKind;
  /**
   * When the request was sent, where one moment may bring the ending to all requests on their way, such as a restart or a pause of the
   * target: they count once.
   */
  readonly since?: number;
  readonly isSlow?: true;
  /** When the request was sent, where it got no response within the time limit. */
  readonly hungSince?: number;
}

/**
 * A response is slow beyond this share of the time limit of its request, and beyond so many milliseconds. After so many of a kind, one
 * after the other, the next ones would be slow, too.
 */
const slow = { share: 0.25, ms: 2_500, enough: 5 };

/** Milliseconds beyond which a response is slow. */
export function slowBeyondMs(timeoutMs: number): number {
  return Math.max(slow.ms, timeoutMs * slow.share);
}

/**
 * The ending of a request whose response took from `startedAt` to `endedAt`; `undefined` when that is less than a slow one takes, and for
 * a large body, which may have waited for others to be read.
 */
export function slowEnding(
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  timeoutMs: number,
  characters = 0,
): Ending | undefined {
  const slowMs = slowBeyondMs(timeoutMs);
  if (endedAt - startedAt <= slowMs || characters >= large) return undefined;
  const cause = `the response took more than ${slowMs} ms; --timeout ${slowMs * 24} makes the kit wait for all such responses`;
  return { cause, kind: 'no-response', since: startedAt, isSlow: true };
}

interface Streak extends Ending {
  readonly times: number;
  /** When the last of them ended. */
  readonly endedAt: number;
  /** How many of them took the whole time limit one after the other, and when the last of those ended. */
  readonly hung: { readonly times: number; readonly endedAt: number };
  /** How many times establish it. */
  readonly enough: number;
  readonly trialAt: number;
  readonly waitMs: number;
}

/**
 * Keeps the kit from suffering the same misbehaviour a thousand times: what each request of a kind came to is noted, and once the same
 * cause is established, requests of that kind are not sent. One request from time to time shows whether the cause is gone. Large bodies
 * have a limit for the whole run, because each is parsed and judged many times. Slow responses are misbehaviour that is used.
 */
export class Breaker {
  readonly #streaks = new Map<string, Streak>();
  /** The kinds of requests that got large bodies. */
  readonly #large = new Set<string>();
  /** What large bodies weigh. */
  readonly #weight = { lists: 0, others: 0 };

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly now: () => number,
    private readonly maxBodyBytes: number,
  ) {}

  /** @throws NotSent, with the established cause, instead of letting the request be sent. */
  pass(request: WireRequest): void {
    if (this.#streaks.size === 0 && this.#large.size === 0) return;
    const kind = kindOf(request);
    this.#requireSmall(kind);
    // What ends actions is sent as long as responses to such requests come.
    if (kind !== endings) this.#try(everyKind, kind);
    this.#try(kind, kind);
  }

  #try(key: string, kind: string): void {
    const streak = this.#streaks.get(key);
    if (!streak || !isEstablished(streak)) return;
    if (this.now() < streak.trialAt) throw new NotSent(`${kind} was not sent: ${told(streak)}`, streak.kind);
    const waitMs = streak.waitMs * 2;
    this.#streaks.set(key, { ...streak, waitMs, trialAt: this.now() + waitMs });
  }

  /** Why the rest of a long response to this request need not be read: it would end like others on their way at the same time. */
  whyUnread(request: WireRequest): string | undefined {
    const streak = this.#streaks.get(kindOf(request));
    return streak && isEstablished(streak) && this.now() < streak.trialAt ? told(streak) : undefined;
  }

  /** Notes what a request came to; without an ending it got a response that the kit could read. What was read weighs so much. */
  note(request: WireRequest, ending?: Ending, weight = 0): void {
    if (!ending && weight < large && this.#streaks.size === 0) return;
    const kind = kindOf(request);
    if (weight >= large) {
      this.#large.add(kind);
      this.#weight[shareOf(kind)] += weight;
    }
    if (ending) this.#extend(kind, ending, weight);
    else this.#streaks.delete(kind);
    if (ending?.isSlow) this.#extend(everyKind, ending, weight);
    else this.#streaks.delete(everyKind);
  }

  #extend(key: string, ending: Ending, weight: number): void {
    const before = this.#streaks.get(key);
    const isSame = before?.cause === ending.cause;
    const { since, isSlow, hungSince } = ending;
    if (isSame && since !== undefined && since < before.endedAt) return;
    const now = this.now();
    const { waitMs, trialAt, ...last } = isSame ? before : { ...none, waitMs: firstTrialMs.usual, trialAt: 0 };
    const enough = isSlow ? slow.enough : weight >= large ? established.large : established.small;
    const hung =
      hungSince !== undefined && hungSince >= last.hung.endedAt
        ? { times: last.hung.times + 1, endedAt: now }
        : last.hung;
    const streak = { ...ending, times: last.times + 1, endedAt: now, hung, enough };
    const isNew = isEstablished(streak) && !isEstablished(last);
    const newMs = hungSince === undefined ? waitMs : firstTrialMs.hanging;
    this.#streaks.set(key, { ...streak, ...(isNew ? { waitMs: newMs, trialAt: now + newMs } : { waitMs, trialAt }) });
  }

  #requireSmall(kind: string): void {
    const share = shareOf(kind);
    const most = mostWholeBodies[share] * this.maxBodyBytes;
    if (this.#weight[share] <= most || !this.#large.has(kind)) return;
    throw new NotSent(
      `${kind} was not sent: responses to such requests are large, and the kit reads at most ${most} bytes of large bodies of ${share === 'lists' ? 'lists' : 'other responses'} in a run, at ${weightOfValue} for each value; raise the limit with --max-body`,
      'unreadable',
    );
  }
}

/** What a body weighs; `values` are known only of JSON. */
export function weight(characters: number, values = 0): number {
  return Math.max(characters, values * weightOfValue);
}

function shareOf(kind: string): 'lists' | 'others' {
  return kind === 'GET of the collection' ? 'lists' : 'others';
}

/** What there is of a cause before it came for the first time. */
const none = { times: 0, enough: established.small, hung: { times: 0, endedAt: Number.NEGATIVE_INFINITY } };

function isEstablished({ times, enough, hung }: Pick<Streak, 'times' | 'enough' | 'hung'>): boolean {
  return times >= enough || hung.times >= established.hanging;
}

function told({ times, cause }: Streak): string {
  return `${times} such requests in a row ended in the same way: ${cause}`;
}

/** Slow responses to requests of all kinds in a row. */
const everyKind = 'any request';
const endings = 'POST of a path below one action';

/** Requests that a target treats alike, whatever the id and the query are. */
function kindOf({ method, url }: WireRequest): string {
  const [, path = ''] = /\/securityActions([^?#]*)/i.exec(url) ?? [];
  const depth = path.split('/').filter(Boolean).length;
  return `${method} of ${['the collection', 'one action'][depth] ?? 'a path below one action'}`;
}
