import { KitFault } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { locateAction, locateElements, textId } from '../evidence/lenient.js';
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

  /** @param base the base URL of the target */
  constructor(base: string) {
    this.#collection = `${new URL(base).pathname.replace(/\/+$/, '')}/security/securityActions`.toLowerCase();
  }

  /** The ids in lists before the first create, and those of the actions that this run created. */
  get known(): readonly string[] {
    return [...this.#foreign, ...this.#own];
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
  isHarmless(id: string, { status, body }: Pick<Reply, 'status' | 'body'>): boolean {
    if (status === 404 || status === 410) return true;
    const shown = member(body, 'id');
    // The id may be another spelling of an id of this run, such as a GUID in capital letters.
    return typeof shown === 'string' && this.#own.has(shown) && shown.toLowerCase() === id.toLowerCase();
  }

  /** Records from a response which ids belong to this run and which belong to other clients. */
  learn(request: WireRequest, response: ReceivedResponse): void {
    if (response.status >= 300) return;
    const isCollection = this.#path(request) === this.#collection;
    if (request.method === 'POST' && isCollection) {
      this.#created = true;
      for (const id of createdIds(response)) if (!this.#foreign.has(id)) this.#own.add(id);
    } else if (request.method === 'GET') {
      if (isCollection && !this.#created) for (const id of listedIds(response)) this.#foreign.add(id);
    } else if (!readMethods.has(request.method)) {
      // An id that is not ours was missing before this write, so the write created the action or gave it this id.
      const addressed = this.#addressed(request);
      if (addressed !== undefined) this.#own.add(addressed);
      const adopted = sentId(request.body);
      if (adopted !== undefined && adopted === textId(locateAction(parsedBody(response).body).value))
        this.#own.add(adopted);
    }
  }

  #path({ url }: WireRequest): string {
    return new URL(url).pathname.replace(/\/+$/, '').toLowerCase();
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
  try {
    return textId(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function* createdIds(response: ReceivedResponse): Iterable<string> {
  const { headers } = response;
  const id = textId(locateAction(parsedBody(response).body).value);
  if (id !== undefined) yield id;
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
  return elements.flatMap((element) => textId(locateAction(element).value) ?? []);
}
