import { setTimeout as sleep } from 'node:timers/promises';
import { BlockedByPolicy, ForeignAction } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import type { Reply } from '../evidence/reply.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { mayWrite } from './policy.js';
import { type Redact, redactorFor } from './redaction.js';
import { type FetchHandler, handlerTransport } from './transport/handler.js';
import { socketTransport } from './transport/socket.js';
import { type Transport, TransportError, type WireRequest, type WireResponse } from './transport/transport.js';
import { WriteGuard } from './write-guard.js';

/** The response to one request, or why there is none; times are in milliseconds since the run began. Holds real values. */
export interface Sent {
  readonly number: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly response?: ReceivedResponse;
  readonly failure?: string;
}

/** Connections for each input: requests of a race that wait for each other's connection are not concurrent. */
const connectionsPerInput = 5;
const maxThrottleRounds = 8;
/** After this many timeouts in a row the target counts as gone, and no more requests are sent. */
const maxTimeoutsInARow = 12;

/** Sends the requests of a run through one transport, applying the safety policy, the limits and the waiting time for throttling. */
export class Sender {
  readonly #transport: Transport;
  readonly #began = performance.now();
  readonly #mayWrite: boolean;
  readonly #guard: WriteGuard;
  /** Removes the target's tokens from a text. */
  readonly redact: Redact;
  #sent = 0;
  #pausedUntil = 0;
  #patienceMs: number;
  #timeoutsInARow = 0;

  constructor(
    target: Pick<Target, 'url'> & Partial<Pick<Target, 'tokens'>> & { readonly fetch?: FetchHandler | undefined },
    private readonly options: RunOptions,
  ) {
    this.#transport = target.fetch
      ? handlerTransport(target.fetch)
      : socketTransport(options.concurrency * connectionsPerInput);
    this.#mayWrite = mayWrite(target.url, target.fetch !== undefined, options.allowWrites);
    this.#guard = new WriteGuard(target.url);
    this.#patienceMs = options.throttleMs;
    this.redact = redactorFor(target);
  }

  /** How many requests have been sent. */
  get sent(): number {
    return this.#sent;
  }

  /** False when the safety policy allows only reads on this target. */
  get writes(): boolean {
    return this.#mayWrite;
  }

  /** The ids of actions that exist on the target, as far as the run has seen them. */
  get knownIds(): readonly string[] {
    return this.#guard.known;
  }

  /** Allows writes to any id, because the probe found that the target keeps nothing between requests. */
  targetIsStateless(): void {
    this.#guard.targetIsStateless();
  }

  now(): number {
    return performance.now() - this.#began;
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /**
   * Sends a request, and again after the requested wait while the target throttles it; `record` gets the result of each round. Before
   * a write to an id that this run did not create, `look` sends a GET that must show that nothing is there.
   *
   * @throws BlockedByPolicy when writes are not allowed on this target, ForeignAction when the id may belong to another client.
   */
  async send(
    request: WireRequest,
    record: (sent: Sent) => void,
    look: (id: string) => Promise<Pick<Reply, 'status' | 'body'>>,
  ): Promise<void> {
    if (!this.#mayWrite && request.method !== 'GET') {
      throw new BlockedByPolicy(
        `${request.method} ${this.redact(request.url)} was not sent: against a remote target the kit sends only GET requests; allow writes with --allow-writes ${new URL(request.url).origin}`,
      );
    }
    for (let round = 1; ; round++) {
      await this.#waitForPause();
      await this.#requireHarmless(request, look);
      const sent = await this.#once(request);
      record(sent);
      const waitMs = round < maxThrottleRounds ? throttledFor(sent) : undefined;
      if (waitMs === undefined || !this.#pause(waitMs)) return;
    }
  }

  async #requireHarmless(
    request: WireRequest,
    look: (id: string) => Promise<Pick<Reply, 'status' | 'body'>>,
  ): Promise<void> {
    for (const id of this.#guard.unproven(request)) {
      const seen = await look(id);
      if (this.#guard.isHarmless(id, seen)) continue;
      throw new ForeignAction(
        `${request.method} ${this.redact(request.url)} was not sent: this run did not create the action ${this.redact(JSON.stringify(id))}, and a GET of it responded with ${seen.status} instead of 404`,
      );
    }
  }

  /** Makes every request wait; false when that exceeds the waiting time that is left. */
  #pause(waitMs: number): boolean {
    const until = this.now() + waitMs;
    const longer = Math.max(0, until - Math.max(this.#pausedUntil, this.now()));
    if (longer > this.#patienceMs) return false;
    this.#patienceMs -= longer;
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
    return true;
  }

  async #waitForPause(): Promise<void> {
    for (let waitMs = this.#pausedUntil - this.now(); waitMs > 0; waitMs = this.#pausedUntil - this.now()) {
      await sleep(waitMs);
    }
  }

  async #once(request: WireRequest): Promise<Sent> {
    const number = ++this.#sent;
    const startedAt = this.now();
    if (this.#timeoutsInARow >= maxTimeoutsInARow) {
      const failure = `not sent: ${maxTimeoutsInARow} requests in a row timed out`;
      return { number, startedAt, endedAt: startedAt, failure };
    }
    try {
      const response = received(await this.#transport.send(request, this.options), this.options.maxBodyBytes);
      this.#timeoutsInARow = 0;
      this.#guard.learn(request, response);
      return { number, startedAt, endedAt: this.now(), response };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      this.#timeoutsInARow = error.timedOut ? this.#timeoutsInARow + 1 : 0;
      return { number, startedAt, endedAt: this.now(), failure: error.message };
    }
  }
}

// Without `ignoreBOM` a decoder removes a byte order mark, and nothing would show that there was one.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function received({ status, headers, body: bytes, cut }: WireResponse, limit: number): ReceivedResponse {
  const { text, ...encoding } = decoded(bytes);
  const cutAt = cut ? { cutAt: limit } : undefined;
  if (!text.startsWith('\ufeff')) return { status, headers, body: text, ...encoding, ...cutAt };
  return { status, headers, body: text.slice(1), byteOrderMark: true, ...encoding, ...cutAt };
}

function decoded(bytes: Uint8Array): { text: string; notUtf8?: true } {
  try {
    return { text: strictUtf8.decode(bytes) };
  } catch {
    return { text: lenientUtf8.decode(bytes), notUtf8: true };
  }
}

/** Milliseconds to wait after a 429, or after a 503 with `Retry-After`; one second after a 429 without the field. */
function throttledFor({ response }: Sent): number | undefined {
  if (response?.status !== 429 && response?.status !== 503) return undefined;
  const field = response.headers.get('retry-after');
  if (field === null) return response.status === 429 ? 1_000 : undefined;
  const seconds = Number(field);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(field);
  return Number.isNaN(date) ? 1_000 : Math.max(0, date - Date.now());
}
