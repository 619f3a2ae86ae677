import type { Operation } from '../../../generated/requirements.js';
import { Inconclusive, KitFault } from '../errors.js';
import { type Caller, type Exchange, identities } from '../evidence/exchange.js';
import { actionIdIn, collectionPath, itemPath } from '../evidence/paths.js';
import { recordExchange } from '../evidence/recorded-exchange.js';
import type { Reply } from '../evidence/reply.js';
import type { Target } from '../target.js';
import type { Clock } from '../world/clock.js';
import type { PreferSteering } from '../world/prefer-steering.js';
import { answered } from './answered.js';
import { recordedAuthorization, type TokenUse, withToken } from './authorization.js';
import { requestDefect } from './request-check.js';
import type { Sent } from './sent.js';
import type { OwnRequest, Wire } from './wire.js';

/** What a case may set on one request beyond its operation. */
export interface Send extends TokenUse {
  /** Who sends it; the writer by default. */
  readonly as?: Caller | undefined;
  /** Additional header fields with lower-case names; `null` leaves out a field that is sent by default. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** A body that is sent unchanged in place of the JSON text of the value. */
  readonly raw?: string | Uint8Array | undefined;
  /** What is wrong with this request on purpose. Without it, a body that breaks the contract is a {@link KitFault}. */
  readonly defect?: string | undefined;
  /** Gives the response only the time after which one is slow. */
  readonly isBrief?: boolean | undefined;
}

/** Characters of a link that is followed; no common server accepts a URL of this length. */
const longestLink = 65_536;

/** Sends the five operations and any other HTTP request. Every HTTP status is a reply; without a response it throws {@link Inconclusive}. */
export class Api {
  /** The part of a case that sends requests now. */
  phase: Exchange['phase'];

  constructor(
    private readonly target: Pick<Target, 'url' | 'tokens'>,
    private readonly sender: Wire,
    private readonly time: Pick<Clock, 'date'>,
    private readonly record: (exchange: Exchange, isBeside: boolean) => void,
    private readonly steering?: PreferSteering,
    /** What plays, such as `CREATE-16/3`. */
    private readonly label = '',
  ) {}

  list(send: Send = {}): Promise<Reply> {
    return this.#operation('list', 'GET', collectionPath, undefined, send);
  }

  create(body: unknown, send: Send = {}): Promise<Reply> {
    return this.#operation('create', 'POST', collectionPath, body, send);
  }

  async get(id: string, send: Send = {}): Promise<Reply> {
    return this.#operation('get', 'GET', itemPath(id), undefined, send, id);
  }

  async update(id: string, patch: unknown, send: Send = {}): Promise<Reply> {
    return this.#operation('update', 'PATCH', itemPath(id), patch, send, id);
  }

  async cancel(id: string, send: Send & { readonly body?: unknown } = {}): Promise<Reply> {
    return this.#operation('cancel', 'POST', `${itemPath(id)}/cancelSecurityAction`, send.body, send, id);
  }

  /**
   * Reads the page of an `@odata.nextLink`, which is sent unchanged; `send.query` is the query of the first page and is not sent.
   *
   * @throws Inconclusive for a link to another origin (decision 0045), and for one that is too long to be sent.
   */
  async follow(nextLink: string, send: Send = {}): Promise<Reply> {
    this.#requireOwn(nextLink, '@odata.nextLink');
    return this.#send({ operation: 'list', method: 'GET', url: nextLink }, send);
  }

  /** Reads the action of an absolute `Location`. @throws Inconclusive for one on another origin (decision 0045). */
  async locate(location: string, send: Send = {}): Promise<Reply> {
    this.#requireOwn(location, 'Location');
    return this.#send({ operation: 'get', method: 'GET', url: location }, send);
  }

  /** Sends a request outside the contract, or an operation with another spelling of its path. */
  request(
    method: string,
    path: string,
    send: Send & { readonly body?: unknown; readonly operation?: Operation } = {},
  ): Promise<Reply> {
    return this.#send({ operation: send.operation, method, url: this.#url(path, send.query), body: send.body }, send);
  }

  /** A token is sent to the target's origin only. */
  #requireOwn(link: string, what: string): void {
    if (link.length > longestLink)
      throw new Inconclusive(
        `${what} was not followed: it has ${link.length} characters, and the kit follows links of at most ${longestLink}`,
      );
    if (URL.canParse(link) && new URL(link).origin === new URL(this.target.url).origin) return;
    const shown = this.sender.redact(link);
    throw new Inconclusive(`${what} ${shown} was not followed: it is not an absolute URL on the target's origin`);
  }

  #operation(
    operation: Operation,
    method: string,
    path: string,
    body: unknown,
    send: Send,
    id?: string,
  ): Promise<Reply> {
    return this.#send({ operation, method, url: this.#url(path, send.query), body, id }, send);
  }

  #url(path: string, query: Send['query'] = {}): string {
    const search = Object.entries(query).map(
      ([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`,
    );
    return `${this.target.url.replace(/\/+$/, '')}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`;
  }

  async #send(prepared: Prepared, send: Send): Promise<Reply> {
    const { operation, method, url } = prepared;
    const caller = send.as ?? 'writer';
    if (caller !== 'writer' && caller !== 'anonymous' && this.target.tokens[caller] === undefined)
      throw new KitFault(
        `${method} ${url} was not sent: there is no token of ${caller}; add ${caller} to the needs of the requirement`,
      );
    const text = send.raw ?? (prepared.body === undefined ? undefined : JSON.stringify(prepared.body));
    const wrong =
      send.defect === undefined && send.raw === undefined ? requestDefect(operation, prepared.body) : undefined;
    if (wrong)
      throw new KitFault(
        `${method} ${url} was not sent: its body breaks the contract: ${wrong}; correct the body, or name the defect with \`defect\``,
      );
    const headers = this.#headers(prepared, send, caller, text !== undefined);
    let last: Exchange | undefined;
    let fate: Sent['fate'];
    const record = ({ requestId, ...sent }: Sent, beside?: OwnRequest) => {
      if (beside) return this.#recordBeside({ requestId, ...sent }, beside);
      fate = sent.fate;
      const body =
        text === undefined ? undefined : typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
      const exchange = {
        ...sent,
        operation,
        caller,
        phase: this.phase,
        select: send.query?.$select,
        defect: send.defect,
        request: {
          method,
          url,
          headers: withRequestId(headers, requestId),
          body,
          ...(text instanceof Uint8Array && { bytes: true as const }),
        },
      };
      this.sender.secrets.learn(exchange);
      last = recordExchange(exchange, this.sender.secrets);
      this.record(last, false);
    };
    // A case that sends or leaves out the field on purpose has it in `send.headers`.
    const label = send.headers?.['client-request-id'] === undefined ? this.label : undefined;
    const request = {
      method,
      url,
      headers: withToken(headers, caller, send, this.target.tokens),
      body: text,
      label,
      caller,
      isBrief: send.isBrief,
    };
    const givenUp = await this.sender.send(request, record, (id) => this.get(id));
    const reply = answered(`${method} ${url}`, { last, fate, givenUp }, this.time);
    this.steering?.learn(operation, prepared.id, reply);
    return reply;
  }

  /** Records the list or the read with which the sender asks whether the target accepts any request. */
  #recordBeside(
    { requestId, ...sent }: Sent,
    { method, url, headers: { authorization, ...headers } }: OwnRequest,
  ): void {
    const { tokens } = this.target;
    const caller = identities.find((identity) => authorization === `Bearer ${tokens[identity]}`) ?? 'writer';
    const fields = {
      ...headers,
      ...(authorization !== undefined && { authorization: recordedAuthorization(caller, {}) }),
    };
    const request = { method, url, headers: withRequestId(fields, requestId) };
    const operation = actionIdIn(url) === undefined ? 'list' : 'get';
    const exchange: Exchange = { ...sent, operation, caller, phase: 'beside', request };
    this.sender.secrets.learn(exchange);
    this.record(recordExchange(exchange, this.sender.secrets), true);
  }

  /** The header fields as they are recorded, with the name of its variable in place of the token. */
  #headers(prepared: Prepared, send: Send, caller: Caller, hasBody: boolean): Record<string, string> {
    const fields: Record<string, string | null> = { accept: 'application/json', ...this.sender.gatewayFields };
    if (caller !== 'anonymous' && this.target.tokens[caller] !== undefined)
      fields.authorization = recordedAuthorization(caller, send);
    if (hasBody) fields['content-type'] = 'application/json';
    Object.assign(fields, send.headers);
    const steer = this.steering?.prefer(prepared.operation, prepared.id, prepared.body, send);
    if (steer) fields.prefer = fields.prefer ? `${fields.prefer}, ${steer}` : steer;
    return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== null));
  }
}

function withRequestId(headers: Readonly<Record<string, string>>, requestId: string | undefined) {
  return requestId === undefined ? headers : { ...headers, 'client-request-id': requestId };
}

interface Prepared {
  readonly operation?: Operation | undefined;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown | undefined;
  readonly id?: string | undefined;
}
