import { shortDigest } from '../evidence/digest.js';
import { type Exchange, keepable } from '../evidence/exchange.js';
import { cacheFields } from '../evidence/explaining-fields.js';
import { actionIdIn } from '../evidence/paths.js';
import type { Detector, Explanation } from './cause.js';
import { count } from './words.js';

/** So many of the last responses, and up to twice as many, have their request-id in memory: a cache keeps a response for a short time. */
const fewestIds = 5_000;

/** Finds a cache in front of the target: by what it says itself, or because it repeats the `request-id` of an earlier response to the URL. */
export class Cache implements Detector {
  #reads = 0;
  /** The actions that a cache has shown. */
  readonly #actions = new Set<string>();
  #hits = 0;
  readonly #evidence: Exchange[] = [];
  readonly #numbers = new Set<number>();
  readonly #inputs = new Set<string>();
  /** The request whose response had a request-id first, by request-id: the digest of its method and its URL. */
  #requestsById = new Map<string, string>();
  /** The same for the responses before. */
  #earlierById = new Map<string, string>();
  /** Whether responses to different requests had one request-id. */
  #isReused = false;
  #saysHit = false;

  read(exchanges: readonly Exchange[], input: string): void {
    for (const exchange of exchanges) {
      const { request, response } = exchange;
      const repeats = this.#repeats(exchange);
      if (!response || request.method !== 'GET') continue;
      this.#reads += 1;
      const says = saysHit(exchange);
      this.#saysHit ||= says;
      if (!says && !repeats) continue;
      this.#hits += 1;
      this.#numbers.add(exchange.number);
      this.#inputs.add(input);
      const id = actionIdIn(request.url);
      if (id !== undefined) this.#actions.add(id);
      this.#keep(exchange);
    }
  }

  explanation(): Explanation | undefined {
    // A target that gives responses to different requests the same request-id has no cache for that reason.
    if (this.#hits === 0 || (!this.#saysHit && this.#isReused)) return undefined;
    const [first] = this.#evidence;
    const fields = first ? hitFields(first).map(([name, value]) => `${name}: ${value}`) : [];
    const shown = fields.length > 0 ? fields.join(', ') : 'the request-id of an earlier response to the same URL';
    return {
      kind: 'cache',
      says: 'a cache in front of the target responds in its place',
      detail: `${count(this.#hits, 'response')} to ${count(this.#reads, 'GET request')} came from a cache (${shown})`,
      remedy:
        'switch the cache off for this API: responses depend on the Authorization header field and change with every write; `Cache-Control: no-store` in all responses keeps caches from storing them',
      evidence: this.#evidence,
      explains: ({ exchange, actionId }, input) =>
        exchange !== undefined &&
        (this.#numbers.has(exchange.number) ||
          (this.#inputs.has(input) && dependsOnRead(exchange)) ||
          (actionId !== undefined && exchange.request.method === 'GET' && this.#actions.has(actionId))),
    };
  }

  /** One example for each caller: a response to somebody whose request the target would reject shows the matter best. */
  #keep(exchange: Exchange): void {
    const place = this.#evidence.findIndex(({ caller }) => caller === exchange.caller);
    if (place >= 0 || (this.#evidence.length >= 3 && exchange.caller !== 'anonymous')) return;
    if (exchange.caller === 'anonymous') this.#evidence.unshift(keepable(exchange));
    else this.#evidence.push(keepable(exchange));
    this.#evidence.length = Math.min(this.#evidence.length, 3);
  }

  #remember(id: string, request: string): void {
    if (this.#requestsById.size >= fewestIds) {
      this.#earlierById = this.#requestsById;
      this.#requestsById = new Map();
    }
    this.#requestsById.set(id, request);
  }

  #repeats({ request: { method, url }, response }: Exchange): boolean {
    const id = response?.headers.get('request-id') ?? response?.headers.get('x-request-id');
    if (!id) return false;
    const request = shortDigest(`${method} ${url}`);
    const first = this.#requestsById.get(id) ?? this.#earlierById.get(id);
    if (first === undefined) this.#remember(id, request);
    else if (first !== request) this.#isReused = true;
    return first === request;
  }
}

/** A read, or a write with the entity tag of a read. */
function dependsOnRead({ request }: Exchange): boolean {
  return request.method === 'GET' || request.headers['if-match'] !== undefined;
}

function saysHit(exchange: Exchange): boolean {
  return hitFields(exchange).length > 0;
}

function hitFields({ response }: Exchange): readonly (readonly [string, string])[] {
  return cacheFields.flatMap((name) => {
    const value = response?.headers.get(name);
    if (!value) return [];
    const says = name === 'age' ? /^\s*\d+\s*$/.test(value) : /\bhit\b|\bstale\b|\bupdating\b/i.test(value);
    return says ? [[name, value] as const] : [];
  });
}
