import { type Exchange, keepable } from '../evidence/exchange.js';
import { truncate } from '../evidence/preview.js';
import type { CauseKind, Detector, Explanation } from './cause.js';
import { type DefaultPage, defaultPages } from './default-pages.js';
import { count } from './words.js';

/** Pages of one origin with one status, and how often each kind of request got them. */
interface Group {
  readonly by: string;
  readonly isGateway: boolean;
  readonly status: number;
  readonly requests: Map<string, number>;
  readonly evidence: Exchange;
}

/** Error responses that look alike, to requests that are described alike. */
interface Suspects {
  readonly request: string;
  readonly first: Exchange;
  readonly numbers: number[];
}

/**
 * Finds error responses that the code of the API did not make: the default pages of gateways and frameworks, and HTML or text pages that
 * lack what all responses of the API have.
 */
export class ForeignPages implements Detector {
  readonly #apiServers = new Set<string>();
  #apiResponses = 0;
  #withRequestId = 0;
  readonly #suspects = new Map<string, Suspects>();

  constructor(private readonly kind: Extract<CauseKind, 'gateway' | 'framework-default'>) {}

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { response } = exchange;
      if (!response) continue;
      if (response.status < 300) {
        this.#apiResponses += 1;
        this.#apiServers.add(response.headers.get('server') ?? '');
        if (response.headers.has('request-id')) this.#withRequestId += 1;
      } else if (response.status >= 400 && !isEnvelope(response.body)) {
        this.#suspect(keepable(exchange), describe(exchange, this.kind));
      }
    }
  }

  /** Keeps the first of those that look alike: a target may respond to each wrong request in this way. */
  #suspect(exchange: Exchange, request: string): void {
    const { known, ...looks } = looksOf(exchange);
    const key = JSON.stringify([request, exchange.response?.status, known?.by, looks]);
    const { first = exchange, numbers = [] } = this.#suspects.get(key) ?? {};
    numbers.push(exchange.number);
    this.#suspects.set(key, { request, first, numbers });
  }

  explanation(): Explanation | undefined {
    const groups = new Map<string, Group>();
    const numbers = new Set<number>();
    for (const { first, request, numbers: alike } of this.#suspects.values()) {
      const origin = this.#originOf(first);
      if (!origin || origin.isGateway !== (this.kind === 'gateway')) continue;
      for (const number of alike) numbers.add(number);
      const status = first.response?.status ?? 0;
      const key = `${origin.by} ${status}`;
      const group = groups.get(key) ?? { ...origin, status, requests: new Map(), evidence: first };
      groups.set(key, group);
      group.requests.set(request, (group.requests.get(request) ?? 0) + alike.length);
    }
    if (groups.size === 0) return undefined;
    const all = [...groups.values()];
    const names = [...new Set(all.map(({ by }) => by))].join(', ');
    const detail = all.map(({ status, requests }) => `${status} to ${listed(requests)}`).join('; ');
    const common = {
      kind: this.kind,
      detail,
      evidence: all.slice(0, 3).map(({ evidence }) => evidence),
      explains: ({ exchange }: { readonly exchange?: Exchange | undefined }) =>
        exchange !== undefined && numbers.has(exchange.number),
    };
    // A server error says that the gateway could not pass the request on, whatever the request was.
    if (this.kind === 'gateway' && all.every(({ status }) => status >= 500))
      return {
        ...common,
        says: `a gateway in front of the API (${names}) responds to some requests with pages of its own, and not because of what is in them`,
        remedy:
          'look in the log of the gateway why it could not pass these requests on, and let it respond with the error envelope as JSON',
      };
    if (this.kind === 'gateway')
      return {
        ...common,
        says: `a gateway in front of the API (${names}) rejects some requests with pages of its own; they never reach the API`,
        remedy:
          'let the gateway pass these requests to the API (limits of size, decoding of paths, rules of a firewall), or let it respond with the error envelope as JSON',
      };
    const methods = new Set(
      [...this.#suspects.values()]
        .filter(({ first }) => numbers.has(first.number))
        .map(({ first }) => first.request.method),
    );
    const lacksUpdate = methods.has('PATCH') ? '; if the service has no update, say so with --lacks update' : '';
    return {
      ...common,
      says: `the framework of the target (${names}) responds with its default page where the service has no handler`,
      remedy: `register a handler for errors and for unknown routes and methods that responds with the error envelope as JSON${lacksUpdate}`,
    };
  }

  /** Who made the page; `undefined` where the API itself may have made it. */
  #originOf(exchange: Exchange): Pick<Group, 'by' | 'isGateway'> | undefined {
    const { known, server, isPage, hasRequestId } = looksOf(exchange);
    if (known) return { by: known.isGateway && server !== '' ? server : known.by, isGateway: known.isGateway };
    const isOtherServer = server !== '' && this.#apiResponses > 0 && !this.#apiServers.has(server);
    const lacksRequestId = this.#withRequestId > this.#apiResponses * 0.9 && !hasRequestId;
    return isOtherServer && (isPage || lacksRequestId) ? { by: server, isGateway: true } : undefined;
  }
}

/** What says who made a page. */
interface Looks {
  readonly known: DefaultPage | undefined;
  readonly server: string;
  readonly isPage: boolean;
  readonly hasRequestId: boolean;
}

function looksOf({ response }: Exchange): Looks {
  const { headers, body = '' } = response ?? {};
  return {
    known: defaultPages.find((page) => page.body.test(body)),
    server: headers?.get('server') ?? '',
    isPage: /^text\//i.test(headers?.get('content-type') ?? ''),
    hasRequestId: headers?.has('request-id') ?? false,
  };
}

function isEnvelope(body: string): boolean {
  return /^\s*\{\s*"error"\s*:\s*\{/.test(body);
}

/** What a request has that may be the reason for the page. */
function describe({ request, defect }: Exchange, kind: CauseKind): string {
  const { method, url, body = '' } = request;
  const size = Buffer.byteLength(body);
  if (size > 100_000) return `${method} with a body of ${Math.round(size / 1_000).toLocaleString('en-US')} kB`;
  const unusual = /%(?:0[0-9a-f]|1[0-9a-f]|2f|5c|7f)/i.exec(url)?.[0];
  if (unusual !== undefined) return `${method} with ${unusual} in the URL`;
  if (kind === 'framework-default') return `${method} ${pathForm(url)}`;
  return defect === undefined ? `${method} ${pathForm(url)}` : `${method} (${truncate(defect, 60)})`;
}

function pathForm(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/(securityActions)\/[^/]+/i, '$1/{id}') : url;
}

function listed(requests: ReadonlyMap<string, number>): string {
  const all = [...requests].map(([request, times]) => `${request}${times > 1 ? ` (${count(times, 'time')})` : ''}`);
  return all.length > 3
    ? `${all.slice(0, 3).join(', ')} and ${count(all.length - 3, 'other kind')} of requests`
    : all.join(', ');
}
