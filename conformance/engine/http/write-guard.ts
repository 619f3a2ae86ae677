import { KitFault } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { locatedId, locateElements, shownId, textId } from '../evidence/lenient.js';
import { parsedJson } from '../evidence/parsed-json.js';
import { member, parsedBody, type Reply } from '../evidence/reply.js';
import type { WireRequest } from './transport/transport.js';

/** Methods that change nothing on a target. */
const readMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Decides which ids a run may write to. A write to any other id is sent only when a GET immediately before reports the id as missing,
 * so that a guessed id never changes an action of another client.
 */
export class WriteGuard {
  readonly #collection: string;
  readonly #own = new Set<string>();
  readonly #foreign = new Set<string>();
  #created = false;
  #stateless = false;
  /** The path of the URL that was asked about last. */
  #last = { url: '', path: '' };

  /** @param base the base URL of the target */
  constructor(base: string) {
    this.#collection = `${new URL(base).pathname.replace(/\/+$/, '')}/security/securityActions`.toLowerCase();
  }

  /** The ids in lists before the first create, and those of the actions that this run created. */
  get known(): readonly string[] {
    return [...this.#foreign, ...this.#own];
  }

  /** Whether the action with this id was created by the run. */
  isOwn(id: string): boolean {
    return this.#own.has(id);
  }

  /** Counts these ids as created by the run: they are in the ledger of an earlier one that was killed. */
  adopt(ids: readonly string[]): void {
    for (const id of ids) this.#own.add(id);
    // What lists show from now on is not foreign for that reason.
    this.#created = true;
  }

  /** Whether a request may create an action: a create, or a write to an id that does not exist. */
  mayCreate(request: WireRequest): boolean {
    if (readMethods.has(request.method)) return false;
    return this.#isCreate(request) || this.unproven(request).length > 0;
  }

  /** Allows every write: a target that keeps nothing between requests has no action that a write could change. */
  targetIsStateless(): void {
    this.#stateless = true;
  }

  /**
   * The ids that a request may write to and that this run did not create: the one in its path, and one in its body, in case the target
   * stores an action under the id that was sent.
   *
   * @throws KitFault for a write to anything but the collection or an action.
   */
  unproven(request: WireRequest): readonly string[] {
    if (this.#stateless || readMethods.has(request.method)) return [];
    const ids = [this.#addressed(request), sentId(request.body)].filter((id) => id !== undefined);
    return ids.filter((id) => !this.#own.has(id));
  }

  /** Whether a GET of this id shows that a write cannot change an action of another client. */
  isHarmless(id: string, { status, json }: Pick<Reply, 'status' | 'json'>): boolean {
    if (status === 404 || status === 410) return true;
    const shown = member(json, 'id');
    // The id may be another spelling of an id of this run, such as a GUID in capital letters.
    return typeof shown === 'string' && this.#own.has(shown) && shown.toLowerCase() === id.toLowerCase();
  }

  /** Records from a response which ids belong to this run and which belong to other clients. Returns those that belong to it from now on. */
  learn(request: WireRequest, response: ReceivedResponse): readonly string[] {
    if (response.status >= 300) return [];
    if (this.#isCreate(request)) {
      this.#created = true;
      return [...createdIds(response)].filter((id) => !this.#foreign.has(id) && this.#add(id));
    }
    if (request.method === 'GET') {
      if (!this.#created && this.#path(request) === this.#collection)
        for (const id of listedIds(response)) this.#foreign.add(id);
      return [];
    }
    if (readMethods.has(request.method)) return [];
    // An id that is not ours was missing before this write, so the write created the action or gave it this id.
    const addressed = this.#addressed(request);
    const sent = sentId(request.body);
    const adopted = sent === shownId(parsedBody(response).body) ? sent : undefined;
    return [addressed, adopted].filter((id) => id !== undefined).filter((id) => this.#add(id));
  }

  /** Counts an id as created by the run; false when it did before. */
  #add(id: string): boolean {
    const isNew = !this.#own.has(id);
    this.#own.add(id);
    return isNew;
  }

  #isCreate(request: WireRequest): boolean {
    return request.method === 'POST' && this.#path(request) === this.#collection;
  }

  #path({ url }: WireRequest): string {
    // Each request is asked about several times in a row.
    if (this.#last.url !== url) this.#last = { url, path: new URL(url).pathname.replace(/\/+$/, '').toLowerCase() };
    return this.#last.path;
  }

  #addressed(request: WireRequest): string | undefined {
    const path = this.#path(request);
    if (path === this.#collection && request.method === 'POST') return undefined;
    const id = path.startsWith(`${this.#collection}/`)
      ? new URL(request.url).pathname.slice(this.#collection.length + 1).split('/')[0]
      : undefined;
    if (!id)
      throw new KitFault(
        `${request.method} ${request.url} was not sent: a write must address the collection or one action`,
      );
    try {
      return decodeURIComponent(id);
    } catch {
      return id;
    }
  }
}

/** The id in the body of a request. */
function sentId(body: WireRequest['body']): string | undefined {
  if (body === undefined) return undefined;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  // Most bodies have no id, written as such or with escapes.
  if (!/"id"|\\u/.test(text)) return undefined;
  return textId(parsedJson(text));
}

function* createdIds(response: ReceivedResponse): Generator<string, void> {
  const { headers } = response;
  const id = shownId(parsedBody(response).body);
  if (id !== undefined) yield id;
  const located = locatedId(headers.get('location'));
  if (located !== undefined) return yield located;
  const last = headers
    .get('location')
    ?.replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1);
  if (last === undefined) return;
  try {
    yield decodeURIComponent(last);
  } catch {
    yield last;
  }
}

function listedIds(response: ReceivedResponse): readonly string[] {
  const { elements = [] } = locateElements(parsedBody(response).body) ?? {};
  return elements.flatMap((element) => shownId(element) ?? []);
}
