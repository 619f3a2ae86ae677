import { type Exchange, keepable } from '../evidence/exchange.js';
import { parsedJson } from '../evidence/parsed-json.js';
import { actionIdIn } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { isObject, member } from '../evidence/reply.js';
import type { Detector, Explanation } from './cause.js';
import { count, span } from './words.js';

/** The last PATCH of an action that was accepted, and what later reads showed of it; times are in milliseconds since the run began. */
interface Patch {
  readonly endedAt: number;
  readonly sent: ReadonlyMap<string, string>;
  readonly exchange: Exchange;
  /** The last read that did not show what was sent. */
  behind?: Exchange;
  /** Set when a later read showed it. */
  caughtUp?: true;
}

/** Properties that only a PATCH changes, and the status, which it sets. */
const watched = ['actionReason', 'clientContext', 'status'] as const;

/** Actions that must be behind before it is no coincidence. */
const fewest = 2;

/**
 * Finds reads that are behind: a get shows an action as it was before a PATCH that was accepted, and a later one shows what the PATCH
 * sent. An action that never shows it was not changed.
 */
export class StaleReads implements Detector {
  readonly #patches = new Map<string, Patch>();
  /** The inputs of cases that met a read that was behind. */
  readonly #inputs = new Set<string>();

  read(exchanges: readonly Exchange[], input: string): void {
    for (const exchange of exchanges) {
      const { operation, response, request, caller } = exchange;
      const id = actionIdIn(request.url);
      if (id === undefined || caller !== 'writer' || !response || response.status >= 300) continue;
      if (operation === 'update') {
        const sent = sentTexts(request.body);
        if (sent.size > 0) this.#patches.set(id, { endedAt: exchange.endedAt, sent, exchange: keepable(exchange) });
      }
      const patch = this.#patches.get(id);
      if (operation !== 'get' || !patch || exchange.startedAt < patch.endedAt) continue;
      const { body } = replyOf(exchange, response);
      if ([...patch.sent].every(([name, text]) => member(body, name) === text)) {
        if (patch.behind && exchange.startedAt > patch.behind.startedAt) patch.caughtUp = true;
      } else if (!patch.caughtUp) {
        patch.behind = keepable(exchange);
        this.#inputs.add(input);
      }
    }
  }

  explanation(): Explanation | undefined {
    const late = [...this.#patches.values()].filter(({ behind, caughtUp }) => behind && caughtUp);
    const [first] = late;
    if (!first?.behind || late.length < fewest) return undefined;
    const longest = Math.max(...late.map(({ endedAt, behind }) => (behind?.startedAt ?? endedAt) - endedAt));
    return {
      kind: 'stale-reads',
      says: 'a get shows an action as it was before a PATCH that was accepted, and only later what the PATCH sent',
      detail: `${count(late.length, 'updated action')} had reads that were behind, up to ${span(longest)} after the response to the PATCH`,
      remedy:
        'respond to a PATCH when a get shows its effect, or read from where it was written: a replica or a cache may be behind',
      evidence: [first.exchange, first.behind],
      explains: (_, input) => this.#inputs.has(input),
    };
  }
}

/** The watched properties that a PATCH sets to a text. */
function sentTexts(body: string | undefined): ReadonlyMap<string, string> {
  const sent: unknown = parsedJson(body ?? '');
  if (!isObject(sent)) return new Map();
  return new Map(
    watched.flatMap((name) => {
      const value = sent[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}
