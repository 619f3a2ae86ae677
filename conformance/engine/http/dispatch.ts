import { TimeLimitOver } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { Breaker, type Ending, slowBeyondMs, slowEnding, weight } from './breaker.js';
import { Creations } from './creations.js';
import { GatewayFields } from './gateway-fields.js';
import type { Deadline } from './pace/deadline.js';
import { RateLimit } from './pace/rate-limit.js';
import { received } from './received.js';
import { randomRunId, requestId } from './request-id.js';
import type { Redact } from './secrets/redaction.js';
import type { Sent } from './sent.js';
import { routeTo } from './transport/agents.js';
import { acceptedCodings } from './transport/content-coding.js';
import { handlerTransport } from './transport/handler.js';
import { networkTransport } from './transport/network-transport.js';
import { type Transport, TransportError, unprocessed, type WireRequest } from './transport/transport.js';
import { userAgent } from './user-agent.js';
import type { OwnRequest } from './wire.js';
import { WriteGuard } from './write-guard.js';

/** Connections for each input: requests of a race that wait for each other's connection are not concurrent. */
const connectionsPerInput = 5;

/** The time of a run, and what keeps its secrets out of the ledger. */
export interface Surroundings {
  /** Milliseconds since the run began. */
  now(): number;
  readonly deadline: Deadline;
  readonly redact: Redact;
}

/** Sends each request once through one transport, and keeps what its response says about ids and about requests of its kind. */
export class Dispatch {
  /** The ids that the run may write to. */
  readonly guard: WriteGuard;
  readonly breaker: Breaker;
  readonly gateway: GatewayFields;
  readonly #transport: Transport;
  readonly #creations: Creations | undefined;
  readonly #rate: RateLimit;
  readonly #run: string;
  #sent = 0;

  constructor(
    target: Pick<Target, 'url' | 'network'> & Partial<Pick<Target, 'fetch'>>,
    private readonly options: RunOptions,
    private readonly around: Surroundings,
  ) {
    // One input at a time uses one connection, for a target that serves no more.
    const connections = options.concurrency === 1 ? 1 : options.concurrency * connectionsPerInput;
    this.#transport = target.fetch
      ? handlerTransport(target.fetch)
      : networkTransport(connections, routeTo(new URL(target.url), target.network ?? {}));
    this.guard = new WriteGuard(target.url);
    this.breaker = new Breaker(() => around.now(), options.maxBodyBytes);
    this.gateway = new GatewayFields(target.network?.headers);
    this.#creations = options.ledger && new Creations(options.ledger, this.guard, around.redact);
    this.#rate = new RateLimit(() => around.now(), options.rate, around.deadline);
    this.#run = options.runId ?? randomRunId();
  }

  /** How many requests have been sent. */
  get sent(): number {
    return this.#sent;
  }

  /** True when one connection is used at a time, because the target serves only one. */
  get isSingle(): boolean {
    return this.#transport.isSingle === true;
  }

  /** True when no connection is used again, because bytes that belong to no response arrived on one. */
  get hasSurplus(): boolean {
    return this.#transport.hasSurplus === true;
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /**
   * Sends a request; `current` is the same request with the token that is sent.
   *
   * @throws TimeLimitOver after the time limit of the run.
   */
  async send(request: OwnRequest, current: WireRequest): Promise<Sent> {
    // What was found out about an id just now must still be so when the write arrives.
    await this.#rate.turn(this.guard.unproven(request).length > 0);
    const { now, deadline, redact } = this.around;
    const leftMs = deadline.at - now();
    if (leftMs <= 0)
      throw new TimeLimitOver(`${request.method} ${redact(request.url)} was not sent: the time of --max-time is over`);
    const number = ++this.#sent;
    const startedAt = now();
    const { label, caller = 'writer' } = request;
    const id = label === undefined ? undefined : requestId({ run: this.#run, label, number });
    const about = { number, requestId: id, startedAt };
    const entry = id ?? `request ${number}`;
    const intent = this.#creations?.before(request, entry, caller) ? entry : undefined;
    try {
      const headers = {
        'user-agent': userAgent(),
        'accept-encoding': acceptedCodings,
        ...(id !== undefined && { 'client-request-id': id }),
        ...this.gateway.real(current.headers),
      };
      const briefMs = request.isBrief ? slowBeyondMs(this.options.timeoutMs) : Number.POSITIVE_INFINITY;
      const timeoutMs = Math.min(this.options.timeoutMs, briefMs, Math.max(1, leftMs));
      const read = await this.#transport.send(
        { ...request, headers },
        { ...this.options, timeoutMs, whyUnread: () => this.breaker.whyUnread(request) },
      );
      const response = received(read, this.options.maxBodyBytes);
      const characters = response.cutAt ?? response.body.length;
      const ending =
        endingOf(response) ?? slowEnding({ startedAt, endedAt: now() }, this.options.timeoutMs, characters);
      // Whether a rejection for overload counts is found out by waiting.
      if (read.unread === undefined && (ending || !isOverload(response.status)))
        this.breaker.note(request, ending, weight(characters, read.values));
      const created = this.guard.learn(request, response);
      this.#creations?.after(request, response, created, intent);
      return { ...about, endedAt: now(), response };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const { message, timedOut, fate } = error;
      this.#creations?.lost(intent, timedOut ? undefined : fate);
      // What the target has not processed is sent again.
      if (timedOut || !unprocessed.has(fate)) this.noteLost(request, message, startedAt, timedOut);
      return { ...about, endedAt: now(), failure: message, ...(!timedOut && { fate }) };
    }
  }

  /** Notes that a request that was sent at `startedAt` was rejected for overload, after all patience. */
  noteRejected(request: WireRequest, what: string, status: number, startedAt: number): void {
    const cause = `${what}; waiting longer would exceed the patience of the kit, see --patience`;
    this.breaker.note(request, { cause, kind: status === 429 ? 'throttled' : 'overload', since: startedAt });
  }

  /** Notes that a request that was sent at `startedAt` got no response. A lost connection may be that of all requests on their way. */
  noteLost(request: WireRequest, cause: string, startedAt: number, timedOut = false): void {
    const when = timedOut ? { hungSince: startedAt } : { since: startedAt };
    this.breaker.note(request, { cause, kind: 'no-response', ...when });
  }
}

/** Why the kit could not read a response; `undefined` when it could. */
function endingOf({ unreadable, notDecoded }: ReceivedResponse): Ending | undefined {
  const cause = unreadable ?? notDecoded;
  return cause === undefined ? undefined : { cause, kind: 'unreadable' };
}
