import { brief } from '../evidence/brief.js';
import { type Exchange, keepable, type ReceivedResponse } from '../evidence/exchange.js';
import { actionIdIn } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { member } from '../evidence/reply.js';
import type { Detector, Explanation } from './cause.js';
import { count } from './words.js';

/** What a request about an action got: found it, or a 404. */
interface Sighting {
  readonly found: boolean;
  readonly status: number;
  /** Milliseconds since the run began. */
  readonly startedAt: number;
  /** Kept where it may be evidence: for each 404 of an action that was created, and for what comes after one. */
  readonly exchange?: Exchange;
}

/** What the requests about an action got, of one method. */
interface Sightings {
  readonly id: string;
  /** Of the last requests before the first 404: when each was sent and its status, as numbers, because most actions are always found. */
  readonly before: number[];
  /** From the first 404 on. */
  readonly since: Sighting[];
}

/** Actions that must come and go before more than one of them counts as no coincidence. */
const fewest = 2;

/** Sightings that are kept of an action that was always found. */
const mostBefore = 3;

/**
 * Finds replicas that do not share their memory: an action that exists disappears and comes back, or the other way around. An action
 * that appears late and then stays, or is lost for good, is no sign of it.
 */
export class Replicas implements Detector {
  /** Ids here and below are in their {@link brief} form. */
  readonly #created = new Set<string>();
  /** Of each action and method, because a target may find an action only where it serves the operation. */
  readonly #sightings = new Map<string, Sightings>();
  /** The inputs of cases that got a 404 for some action, with the id. */
  readonly #missed = new Map<string, Set<string>>();

  read(exchanges: readonly Exchange[], input: string): void {
    for (const exchange of exchanges) {
      const { operation, caller, defect, request, response } = exchange;
      if (!response || caller !== 'writer' || defect !== undefined) continue;
      if (operation === 'create' && response.status < 300) {
        const id = member(replyOf(exchange, response).body, 'id');
        if (id !== undefined) this.#created.add(brief(String(id)));
        continue;
      }
      const id = brief(actionIdIn(request.url));
      const found = response.status < 300 || response.status === 409;
      if (id === undefined || operation === undefined || !(found || isMissing(response))) continue;
      const place = `${request.method} ${id}`;
      const known = this.#sightings.get(place) ?? { id, before: [], since: [] };
      this.#sightings.set(place, known);
      const { before, since } = known;
      const { startedAt } = exchange;
      const { status } = response;
      if (since.length === 0 && before.length >= 2 * mostBefore) before.splice(0, 2);
      if (found && since.length === 0) before.push(startedAt, status);
      // The exchanges of a whole run would fill the memory.
      else since.push({ found, status, startedAt, ...(this.#created.has(id) && { exchange: keepable(exchange) }) });
      if (!found) this.#missed.set(input, (this.#missed.get(input) ?? new Set()).add(id));
    }
  }

  explanation(): Explanation | undefined {
    const own = [...this.#sightings.values()].filter(({ id }) => this.#created.has(id));
    const flickering = own.map((one) => inOrder(one)).filter((seen) => changes(seen) >= 2);
    const [first] = flickering;
    if (!first || flickering.length < fewest) return undefined;
    const missing = new Set(own.filter(({ since }) => since.length > 0).map(({ id }) => id)).size;
    return {
      kind: 'replicas',
      says: 'the target seems to have several replicas that do not share what they store',
      detail: `${count(missing, 'created action')} of ${this.#created.size} got a 404 at least once, and ${flickering.length} of them came and went: ${first
        .map(({ status }) => status)
        .slice(Math.max(0, first.findIndex(({ found }) => !found) - 2))
        .slice(0, 8)
        .join(', ')} for one of them, in the order of the requests`,
      remedy: 'let all replicas use one store, or run one replica',
      evidence: turns(first).slice(0, 3),
      explains: ({ exchange }, input) => this.#isMissing(exchange) || this.#missedOwn(input) || isWholeList(exchange),
    };
  }

  #isMissing(exchange: Exchange | undefined): boolean {
    const id = exchange && brief(actionIdIn(exchange.request.url));
    return (
      exchange?.response !== undefined && isMissing(exchange.response) && id !== undefined && this.#created.has(id)
    );
  }

  #missedOwn(input: string): boolean {
    return [...(this.#missed.get(input) ?? [])].some((id) => this.#created.has(id));
  }
}

/** Whether the API says that there is no action; a page in HTML is that of a gateway. */
function isMissing({ status, headers }: ReceivedResponse): boolean {
  return status === 404 && !/^text\/html/i.test(headers.get('content-type') ?? '');
}

/** All that is kept of an action, in the order of the requests. */
function inOrder({ before, since }: Sightings): readonly Sighting[] {
  const found = before.flatMap((startedAt, index) =>
    index % 2 === 0 ? [{ found: true, status: before[index + 1] ?? 0, startedAt }] : [],
  );
  return [...found, ...since].sort((a, b) => a.startedAt - b.startedAt);
}

function changes(seen: readonly Sighting[]): number {
  return seen.filter(({ found }, index) => index > 0 && found !== seen[index - 1]?.found).length;
}

/** The first exchange that is kept of each stretch in which the action is there, or is not. */
function turns(seen: readonly Sighting[]): readonly Exchange[] {
  const kept = seen.flatMap(({ found, exchange }) => (exchange ? [{ found, exchange }] : []));
  return kept
    .filter(({ found }, index) => index === 0 || found !== kept[index - 1]?.found)
    .map(({ exchange }) => exchange);
}

/** A list of one replica lacks the actions of the others. */
function isWholeList(exchange: Exchange | undefined): boolean {
  return exchange?.operation === 'list' && (exchange.response?.status ?? 500) < 300;
}
