import { type Exchange, keepable } from '../evidence/exchange.js';
import { truncate } from '../evidence/preview.js';
import type { CauseKind, Detector, Explanation } from './cause.js';
import { defaultPages } from './default-pages.js';
import { count } from './words.js';

/** Pages of one origin with one status, and how often each kind of request got them. */
interface Group {
  readonly by: string;
  readonly isGateway: boolean;
  readonly status: number;
  readonly requests: Map<string, number>;
  readonly evidence: Exchange;
}

/**
 * Finds error responses that the code of the API did not make: the default pages of gateways and frameworks, and HTML or text pages that
 * lack what all responses of the API have.
 */
export class ForeignPages implements Detector {
  readonly #apiServers = new Set<string>();
  #apiResponses = 0;
  #withRequestId = 0;
  readonly #suspects: { readonly exchange: Exchange; readonly request: string }[] = [];

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
        this.#suspects.push({ exchange: keepable(exchange), request: describe(exchange, this.kind) });
      }
    }
  }

  explanation(): Explanation | undefined {
    const groups = new Map<string, Group>();
    const numbers = new Set<number>();
    for (const { exchange, request } of this.#suspects) {
      const origin = this.#originOf(exchange);
      if (!origin || origin.isGateway !== (this.kind === 'gateway')) continue;
      numbers.add(exchange.number);
      const status = exchange.response?.status ?? 0;
      const key = `${origin.by} ${status}`;
      const group = groups.get(key) ?? { ...origin, status, requests: new Map(), evidence: exchange };
      groups.set(key, group);
      group.requests.set(request, (group.requests.get(request) ?? 0) + 1);
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
    if (this.kind === 'gateway')
      return {
        ...common,
        says: `a gateway in front of the API (${names}) rejects some requests with pages of its own; they never reach the API`,
        remedy:
          'let the gateway pass these requests to the API (limits of size, decoding of paths, rules of a firewall), or let it respond with the error envelope as JSON',
      };
    const methods = new Set(
      this.#suspects
        .filter(({ exchange }) => numbers.has(exchange.number))
        .map(({ exchange }) => exchange.request.method),
    );
    const lacksUpdate = methods.has('PATCH') ? '; if the service has no update, say so with --lacks update' : '';
    return {
      ...common,
      says: `the framework of the target (${names}) responds with its default page where the service has no handler`,
      remedy: `register a handler for errors and for unknown routes and methods that responds with the error envelope as JSON${lacksUpdate}`,
    };
  }

  /** Who made the page; `undefined` where the API itself may have made it. */
  #originOf({ response }: Exchange): Pick<Group, 'by' | 'isGateway'> | undefined {
    if (!response) return undefined;
    const { headers, body } = response;
    const server = headers.get('server') ?? '';
    const known = defaultPages.find((page) => page.body.test(body));
    if (known) return { by: known.isGateway && server !== '' ? server : known.by, isGateway: known.isGateway };
    const isOtherServer = server !== '' && this.#apiResponses > 0 && !this.#apiServers.has(server);
    const isPage = /^text\//i.test(headers.get('content-type') ?? '');
    const lacksRequestId = this.#withRequestId > this.#apiResponses * 0.9 && !headers.has('request-id');
    return isOtherServer && (isPage || lacksRequestId) ? { by: server, isGateway: true } : undefined;
  }
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
