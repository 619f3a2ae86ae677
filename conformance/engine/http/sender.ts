import { setTimeout as sleep } from 'node:timers/promises';
import { BlockedByPolicy, ForeignAction, TimeLimitOver, Unreachable } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import { collectionPath } from '../evidence/paths.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { rounded } from '../world/clock.js';
import { Breaker, type Ending } from './breaker.js';
import { Creations } from './creations.js';
import { Credentials } from './credentials.js';
import { GatewayFields } from './gateway-fields.js';
import { OverloadCount, retryAfterMs } from './overload.js';
import { type Deadline, noDeadline } from './pace/deadline.js';
import { Pace, type Waiting } from './pace/pace.js';
import { RateLimit } from './pace/rate-limit.js';
import { mayWrite } from './policy.js';
import { Reachability, restartMs } from './reachability.js';
import { received } from './received.js';
import { randomRunId, requestId } from './request-id.js';
import type { Redact } from './secrets/redaction.js';
import { type Secrets, secretsOf } from './secrets/secrets.js';
import { routeTo } from './transport/agents.js';
import { acceptedCodings } from './transport/content-coding.js';
import { handlerTransport } from './transport/handler.js';
import { networkTransport } from './transport/network-transport.js';
import { safeMethods } from './transport/socket.js';
import { type Fate, type Transport, TransportError, unprocessed, type WireRequest } from './transport/transport.js';
import { userAgent } from './user-agent.js';
import type { Look, OwnRequest, RecordSent, Wire } from './wire.js';
import { WriteGuard } from './write-guard.js';

/** The response to one request, or why there is none; times are in milliseconds since the run began. Holds real values. */
export interface Sent {
  readonly number: number;
  /** The `client-request-id`, unless the request chose it. */
  readonly requestId?: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly response?: ReceivedResponse;
  readonly failure?: string;
  /** How far a request without a response got; absent when it timed out. */
  readonly fate?: Fate;
}

/** Why a request that was rejected, and not because of what it asks for, is not sent again. */
export type GivenUp = 'patience' | 'rounds' | 'unsafe' | 'credentials';

/** Connections for each input: requests of a race that wait for each other's connection are not concurrent. */
const connectionsPerInput = 5;
/** A request that is rejected this many times while others are accepted is rejected for itself; with `Retry-After`, and without. */
const maxRejections = { asked: 8, unasked: 3 };
/** Rejections after which the kit asks whether the target accepts any request. */
const patientRounds = 3;
const maxLostConnections = 5;
/** Milliseconds between the lists that show whether credentials have become invalid. */
const credentialsMs = 100;
/** Sends the requests of a run through one transport, applying the safety policy, the limits and the waiting time for throttling. */
export class Sender implements Wire {
  readonly #transport: Transport;
  readonly #began = performance.now();
  readonly #mayWrite: boolean;
  readonly #guard: WriteGuard;
  readonly #creations: Creations | undefined;
  readonly #run: string;
  /** The secrets of the run. */
  readonly secrets: Secrets;
  #sent = 0;
  readonly #pace: Pace;
  readonly #overload = new OverloadCount();
  readonly #credentials = new Credentials();
  #rejectedSince?: string;
  readonly #sample: OwnRequest;
  readonly #gateway: GatewayFields;
  readonly #reachability: Reachability;
  readonly #deadline: Deadline;
  readonly #breaker: Breaker;
  readonly #rate: RateLimit;

  constructor(
    private readonly target: Pick<Target, 'url' | 'network' | 'renewal'> & Partial<Pick<Target, 'tokens' | 'fetch'>>,
    private readonly options: RunOptions,
    waiting: (waiting: Waiting) => void = () => undefined,
  ) {
    // One input at a time uses one connection, for a target that serves no more.
    const connections = options.concurrency === 1 ? 1 : options.concurrency * connectionsPerInput;
    this.#mayWrite = !options.readOnly && mayWrite(target.url, target.fetch !== undefined, options.allowWrites);
    this.#transport = target.fetch
      ? handlerTransport(target.fetch)
      : networkTransport(connections, routeTo(new URL(target.url), target.network ?? {}));
    this.#gateway = new GatewayFields(target.network?.headers);
    this.#guard = new WriteGuard(target.url);
    this.#breaker = new Breaker(() => this.now(), options.maxBodyBytes);
    this.#creations = options.ledger && new Creations(options.ledger, this.#guard, this.redact);
    this.#run = options.runId ?? randomRunId();
    this.#deadline = { at: options.maxTimeMs ?? noDeadline().at };
    this.#pace = new Pace(() => this.now(), options.patienceMs, waiting, this.#deadline);
    this.#rate = new RateLimit(() => this.now(), options.rate, this.#deadline);
    const { url } = target;
    this.#reachability = new Reachability(
      () => this.now(),
      { url, patienceMs: options.patienceMs },
      (record) => this.#ask(record),
    );
    const token = target.tokens?.writer;
    this.#sample = {
      method: 'GET',
      url: `${target.url.replace(/\/+$/, '')}${collectionPath}`,
      headers: { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      label: 'connection',
    };
    this.secrets = options.secrets ?? secretsOf(target);
  }

  /** Removes the secrets from a text. */
  readonly redact: Redact = (text) => this.secrets.redact(text);

  /** How many requests have been sent. */
  get sent(): number {
    return this.#sent;
  }

  /** False when the safety policy allows only reads on this target. */
  get writes(): boolean {
    return this.#mayWrite;
  }

  /** The header fields of every request for a gateway, with the names of variables in place of their values. */
  get gatewayFields(): Readonly<Record<string, string>> {
    return this.#gateway.recorded;
  }

  /** What the user should know about the connection to the target, most important first. */
  get notices(): readonly string[] {
    const single = this.#transport.isSingle
      ? 'the target serves one connection at a time, so the kit used only one from then on, and no requests of a race overlapped; --concurrency 1 does this from the start'
      : undefined;
    const rejected =
      this.#rejectedSince === undefined
        ? undefined
        : `the target rejects a token that it accepted before: ${this.#rejectedSince}; what was not decided until then is inconclusive; give tokens that are valid for the whole run`;
    return [...(this.target.renewal?.notices ?? []), rejected, this.#overload.notice(), single].filter(
      (notice) => notice !== undefined,
    );
  }

  /** The ids of actions that exist on the target, as far as the run has seen them. */
  get knownIds(): readonly string[] {
    return this.#guard.known;
  }

  /** Allows writes to these ids, which an earlier run created. */
  adopt(ids: readonly string[]): void {
    this.#guard.adopt(ids);
  }

  /** Allows writes to any id, because the probe found that the target keeps nothing between requests. */
  targetIsStateless(): void {
    this.#guard.targetIsStateless();
  }

  /** Lets requests be sent after the time limit, so that the run can clean up. */
  liftTimeLimit(): void {
    this.#deadline.at = noDeadline().at;
  }

  now(): number {
    return rounded(performance.now() - this.#began);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /**
   * Sends a request, and again as long as the target is overloaded or a connection is lost and repeating is safe; `record` gets the
   * result of each round. A create whose fate is unknown is never repeated. Before a write to an id that this run did not create, `look`
   * sends a GET that must show that nothing is there. Returns why a request that is still rejected is not sent again.
   *
   * @throws BlockedByPolicy when writes are not allowed on this target, ForeignAction when the id may belong to another client,
   *   NotSent when such requests come to nothing again and again, Unreachable when the target no longer responds to anything.
   */
  async send(request: OwnRequest, record: RecordSent, look: Look): Promise<GivenUp | undefined> {
    if (!this.#mayWrite && request.method !== 'GET') {
      throw new BlockedByPolicy(
        `${request.method} ${this.redact(request.url)} was not sent: against a remote target the kit sends only GET requests; allow writes with --allow-writes ${new URL(request.url).origin}`,
      );
    }
    let lost = 0;
    let itself = 0;
    let renewed = false;
    for (let rejections = 0; ; ) {
      await this.#pace.turn();
      await this.#reachability.require(record);
      this.#breaker.pass(request);
      await this.#requireHarmless(request, look);
      const current = await this.#withCurrentToken(request);
      const sent = await this.#once(request, current);
      record(sent);
      if (!renewed && (await this.#hasNewToken(request, current, sent, record))) {
        renewed = true;
        continue;
      }
      if (sent.response && !isOverload(sent.response.status))
        return (await this.#hasLostCredentials(request, sent, record)) ? 'credentials' : undefined;
      if (!sent.response) {
        if (!(await this.#mayRepeatLost(request, sent, ++lost))) return undefined;
        continue;
      }
      const givenUp = this.#waitFor(request, sent, sent.response);
      if (givenUp) return givenUp;
      const waitMs = retryAfterMs(sent.response);
      if (++rejections >= patientRounds && (await this.#acceptsOthers(record))) itself += 1;
      if (itself >= (waitMs === undefined ? maxRejections.unasked : maxRejections.asked)) return 'rounds';
    }
  }

  /** The request with the newest token of its identity. */
  async #withCurrentToken(request: WireRequest): Promise<WireRequest> {
    const { authorization } = request.headers;
    if (authorization === undefined || !this.target.renewal) return request;
    return {
      ...request,
      headers: { ...request.headers, authorization: await this.target.renewal.current(authorization) },
    };
  }

  /** Whether there is another token than the one that was rejected, although the target accepted the credentials before. */
  async #hasNewToken(
    request: WireRequest,
    current: WireRequest,
    { response }: Sent,
    record: RecordSent,
  ): Promise<boolean> {
    const { renewal } = this.target;
    if (!renewal || !response || !this.#credentials.isSuspect(request, response)) return false;
    if (this.#credentials.isLost(request)) return false;
    const { authorization = '' } = current.headers;
    // Another request may have renewed the token meanwhile.
    if ((await renewal.current(authorization)) !== authorization) return true;
    const list = this.#listWith(request.headers.authorization ?? '');
    const { response: listed } = await this.#inTurn(list, record, this.#listWith(authorization));
    return listed?.status === 401 && (await renewal.renew(authorization));
  }

  /** Whether credentials that were accepted before are rejected now although nothing about them changed. */
  async #hasLostCredentials(request: WireRequest, { number, response }: Sent, record: RecordSent): Promise<boolean> {
    if (!response || !this.#credentials.isSuspect(request, response)) return false;
    const list = this.#listWith(request.headers.authorization ?? '');
    for (let round = 1; round <= 2 && !this.#credentials.isLost(request); round++) {
      const { response: again } = await this.#inTurn(list, record);
      if (again?.status !== 401) return false;
      if (round === 1) await sleep(credentialsMs);
      else this.#credentials.lose(request);
    }
    this.#rejectedSince ??= `${request.method} ${this.redact(request.url)}, request ${number}, responds with ${response.status}, and so does a list`;
    return true;
  }

  /** Makes the run wait after a rejection; returns why the request is not sent again. */
  #waitFor({ method }: WireRequest, { startedAt }: Sent, response: ReceivedResponse): GivenUp | undefined {
    const { status } = response;
    const waitMs = retryAfterMs(response);
    const asks = waitMs === undefined ? '' : ' and asks to wait';
    if (!this.#pace.rejected(`the target responds with ${status}${asks}`, startedAt, waitMs)) return 'patience';
    // After a 502 or 504, the target behind the gateway may have carried out the request.
    return safeMethods.has(method) || status === 408 || status === 429 || status === 503 ? undefined : 'unsafe';
  }

  /** Whether a request without a response may be sent again, after the time that it takes. */
  async #mayRepeatLost(request: WireRequest, { fate, failure = '', startedAt }: Sent, lost: number): Promise<boolean> {
    if (!this.#reachability.hasResponded) return false;
    if (fate === 'not-connected') {
      const patienceMs = Math.min(restartMs, this.options.patienceMs);
      if (this.#pace.rejected(`the target accepts no connections (${failure})`, startedAt, undefined, patienceMs))
        return true;
      throw new Unreachable(`the target at ${this.target.url} cannot be reached any more: ${failure}`);
    }
    const repeatable =
      fate !== undefined && (unprocessed.has(fate) || (fate === 'reset' && safeMethods.has(request.method)));
    if (!repeatable) return false;
    if (lost > maxLostConnections) {
      if (fate !== 'reset') this.#noteLost(request, failure);
      return false;
    }
    // The first time, the target may only have ended a connection.
    if (fate === 'refused' && lost > 1)
      return this.#pace.rejected(`the target refuses requests (${failure})`, startedAt, undefined);
    await sleep(lost > 1 ? 2 ** lost : 0);
    return true;
  }

  #noteLost(request: WireRequest, cause: string): void {
    this.#breaker.note(request, { cause, kind: 'no-response' });
  }

  /** Whether the target accepts a list, which nothing is wrong with. */
  async #acceptsOthers(record: RecordSent): Promise<boolean> {
    const { response } = await this.#inTurn(this.#sample, record);
    return response !== undefined && !isOverload(response.status);
  }

  /** Sends the list whether or not the pace allows it, and records it. */
  async #ask(record: RecordSent): Promise<Sent> {
    const sent = await this.#once(this.#sample);
    record(sent, this.#sample);
    return sent;
  }

  /** The list that shows what the target does with a request that nothing is wrong with, with these credentials. */
  #listWith(authorization: string): OwnRequest {
    return { ...this.#sample, headers: { ...this.#sample.headers, authorization } };
  }

  /** Sends a request of the sender's own, and records it. */
  async #inTurn(request: OwnRequest, record: RecordSent, wire?: WireRequest): Promise<Sent> {
    await this.#pace.turn();
    const sent = await this.#once(request, wire);
    record(sent, request);
    return sent;
  }

  async #requireHarmless(request: WireRequest, look: Look): Promise<void> {
    for (const id of this.#guard.unproven(request)) {
      const seen = await look(id);
      if (this.#guard.isHarmless(id, seen)) continue;
      throw new ForeignAction(
        `${request.method} ${this.redact(request.url)} was not sent: this run did not create the action ${this.redact(JSON.stringify(id))}, and a GET of it responded with ${seen.status} instead of 404`,
      );
    }
  }

  /** Sends a request once; `wire` is the request with the token that is sent. */
  async #once(request: OwnRequest, wire?: WireRequest): Promise<Sent> {
    const current = wire ?? (await this.#withCurrentToken(request));
    // What was found out about an id just now must still be so when the write arrives.
    await this.#rate.turn(this.#guard.unproven(request).length > 0);
    const leftMs = this.#deadline.at - this.now();
    if (leftMs <= 0)
      throw new TimeLimitOver(
        `${request.method} ${this.redact(request.url)} was not sent: the time of --max-time is over`,
      );
    const number = ++this.#sent;
    const startedAt = this.now();
    const { label, caller = 'writer' } = request;
    const id = label === undefined ? undefined : requestId({ run: this.#run, label, number });
    const about = { number, requestId: id };
    const entry = id ?? `request ${number}`;
    const intent = this.#creations?.before(request, entry, caller) ? entry : undefined;
    try {
      const headers = {
        'user-agent': userAgent(),
        'accept-encoding': acceptedCodings,
        ...(id !== undefined && { 'client-request-id': id }),
        ...this.#gateway.real(current.headers),
      };
      const timeoutMs = Math.min(this.options.timeoutMs, Math.max(1, leftMs));
      const read = await this.#transport.send(
        { ...request, headers },
        { ...this.options, timeoutMs, whyUnread: () => this.#breaker.whyUnread(request) },
      );
      const response = received(read, this.options.maxBodyBytes);
      this.#reachability.responded();
      this.#overload.add(response);
      if (read.unread === undefined)
        this.#breaker.note(request, endingOf(response), response.cutAt ?? response.body.length);
      if (!isOverload(response.status)) this.#pace.accepted();
      const created = this.#guard.learn(request, response);
      this.#creations?.after(request, response, created, intent);
      this.#credentials.learn(request, response);
      return { ...about, startedAt, endedAt: this.now(), response };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      this.#reachability.failed(startedAt, error.timedOut);
      const fate = error.timedOut ? {} : { fate: error.fate };
      this.#creations?.lost(intent, fate.fate);
      // What the target has not processed is sent again.
      if (fate.fate === undefined || !unprocessed.has(fate.fate)) this.#noteLost(request, error.message);
      return { ...about, startedAt, endedAt: this.now(), failure: error.message, ...fate };
    }
  }
}

/** Why the kit could not read a response; `undefined` when it could. */
function endingOf({ unreadable, notDecoded }: ReceivedResponse): Ending | undefined {
  const cause = unreadable ?? notDecoded;
  return cause === undefined ? undefined : { cause, kind: 'unreadable' };
}
