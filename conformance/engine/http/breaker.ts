import { NotSent } from '../errors.js';
import type { ReasonKind } from '../reason.js';
import type { WireRequest } from './transport/transport.js';

/** After this many requests of a kind in a row that came to nothing in the same way, the next ones would, too; after fewer whose bodies are large. */
const established = { small: 8, large: 3 };
/** Milliseconds until a request of that kind shows whether it is still so; each further time is twice as long. */
const firstTrialMs = 5_000;

/** Characters of a large body; a page of a hundred actions has fewer. */
const large = 131_072;
/** Large bodies of a run may be as long as this many bodies of the greatest length that the kit reads. */
const mostWholeBodies = 32;

/** How a request came to nothing: why there is no response, or why the kit could not read it. */
export interface Ending {
  readonly cause: string;
  readonly kind: ReasonKind;
}

interface Streak extends Ending {
  readonly times: number;
  readonly trialAt: number;
  readonly waitMs: number;
  /** How many times establish it. */
  readonly enough: number;
}

/**
 * Keeps the kit from suffering the same misbehaviour a thousand times: what each request of a kind came to is noted, and once the same
 * cause is established, requests of that kind are not sent. One request from time to time shows whether the cause is gone. Large bodies
 * have a limit for the whole run, because each is parsed and judged many times.
 */
export class Breaker {
  readonly #streaks = new Map<string, Streak>();
  /** The kinds of requests that got large bodies. */
  readonly #large = new Set<string>();
  #largeCharacters = 0;

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
    const streak = this.#streaks.get(kind);
    if (!streak || !isEstablished(streak)) return;
    if (this.now() >= streak.trialAt) {
      const waitMs = streak.waitMs * 2;
      this.#streaks.set(kind, { ...streak, waitMs, trialAt: this.now() + waitMs });
      return;
    }
    throw new NotSent(`${kind} was not sent: ${told(streak)}`, streak.kind);
  }

  /** Why the rest of a long response to this request need not be read: it would end like others on their way at the same time. */
  whyUnread(request: WireRequest): string | undefined {
    const streak = this.#streaks.get(kindOf(request));
    return streak && isEstablished(streak) && this.now() < streak.trialAt ? told(streak) : undefined;
  }

  /** Notes what a request came to; without an ending it got a response that the kit could read. So many characters of a body were read. */
  note(request: WireRequest, ending?: Ending, characters = 0): void {
    if (!ending && characters < large && this.#streaks.size === 0) return;
    const kind = kindOf(request);
    if (characters >= large) {
      this.#large.add(kind);
      this.#largeCharacters += characters;
    }
    if (!ending) return void this.#streaks.delete(kind);
    const before = this.#streaks.get(kind);
    const isSame = before?.cause === ending.cause;
    const { waitMs, trialAt } = isSame ? before : { waitMs: firstTrialMs, trialAt: 0 };
    const times = isSame ? before.times + 1 : 1;
    const enough = characters >= large ? established.large : established.small;
    const isNew = times === enough;
    this.#streaks.set(kind, { ...ending, times, enough, waitMs, trialAt: isNew ? this.now() + waitMs : trialAt });
  }

  #requireSmall(kind: string): void {
    const most = mostWholeBodies * this.maxBodyBytes;
    if (this.#largeCharacters <= most || !this.#large.has(kind)) return;
    throw new NotSent(
      `${kind} was not sent: responses to such requests are large, and the kit reads at most ${most} bytes of large bodies in a run; raise the limit with --max-body`,
      'unreadable',
    );
  }
}

function isEstablished({ times, enough }: Streak): boolean {
  return times >= enough;
}

function told({ times, cause }: Streak): string {
  return `${times} such requests in a row ended in the same way: ${cause}`;
}

/** Requests that a target treats alike, whatever the id and the query are. */
function kindOf({ method, url }: WireRequest): string {
  const [, path = ''] = /\/securityActions([^?#]*)/i.exec(url) ?? [];
  const depth = path.split('/').filter(Boolean).length;
  return `${method} of ${['the collection', 'one action'][depth] ?? 'a path below one action'}`;
}
