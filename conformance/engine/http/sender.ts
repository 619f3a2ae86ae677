import { setTimeout as sleep } from 'node:timers/promises';
import { BlockedByPolicy, ForeignAction, Unreachable } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import { collectionPath, idOfNone } from '../evidence/paths.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { rounded } from '../world/clock.js';
import { RejectedTokens } from './credentials/rejected-tokens.js';
import { Dispatch } from './dispatch.js';
import { OverloadCount, retryAfterMs } from './overload.js';
import { type Deadline, noDeadline } from './pace/deadline.js';
import { Pace, type Waiting } from './pace/pace.js';
import { mayWrite } from './policy.js';
import { Reachability, restartMs } from './reachability.js';
import type { Redact } from './secrets/redaction.js';
import { type Secrets, secretsOf } from './secrets/secrets.js';
import type { GivenUp, Sent } from './sent.js';
import { safeMethods } from './transport/socket.js';
import { unprocessed, type WireRequest } from './transport/transport.js';
import type { Look, OwnRequest, RecordSent, Wire } from './wire.js';

/** A request that is rejected this many times while others are accepted is rejected for itself; with `Retry-After`, and without. */
const maxRejections = { asked: 8, unasked: 3 };
/** Rejections after which the kit asks whether the target accepts any request. */
const patientRounds = 3;
const maxLostConnections = 5;

/**
 * Sends the requests of a run, each as often as is safe until the target responds to it, applying the safety policy, the limits and the
 * waiting time for throttling.
 */
export class Sender implements Wire {
  /** The secrets of the run. */
  readonly secrets: Secrets;
  readonly #began = performance.now();
  readonly #mayWrite: boolean;
  readonly #deadline: Deadline;
  readonly #dispatch: Dispatch;
  readonly #pace: Pace;
  readonly #reachability: Reachability;
  readonly #tokens: RejectedTokens;
  readonly #overload = new OverloadCount();
  /** How many bodies were not in their content coding, and what was wrong with the first one. */
  readonly #notDecoded = { times: 0, first: '' };
  /** A list, which nothing is wrong with. */
  readonly #sample: OwnRequest;

  constructor(
    private readonly target: Pick<Target, 'url' | 'network' | 'renewal'> & Partial<Pick<Target, 'tokens' | 'fetch'>>,
    private readonly options: RunOptions,
    waiting: (waiting: Waiting) => void = () => undefined,
  ) {
    const { url, fetch, tokens, renewal } = target;
    const { patienceMs } = options;
    const now = () => this.now();
    this.secrets = options.secrets ?? secretsOf(target);
    this.#mayWrite = !options.readOnly && mayWrite(url, fetch !== undefined, options.allowWrites);
    this.#deadline = { at: options.maxTimeMs ?? noDeadline().at };
    this.#dispatch = new Dispatch(target, options, { now, deadline: this.#deadline, redact: this.redact });
    this.#pace = new Pace(now, patienceMs, waiting, this.#deadline);
    const reads = () => [this.#sample, { ...this.#sample, url: `${this.#sample.url}/${idOfNone}` }];
    this.#reachability = new Reachability(now, { url, patienceMs }, (record) =>
      Promise.all(reads().map((request) => this.#ask(record, request))),
    );
    this.#tokens = new RejectedTokens(tokens, renewal);
    const token = tokens?.writer;
    this.#sample = {
      method: 'GET',
      url: `${url.replace(/\/+$/, '')}${collectionPath}`,
      headers: { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      label: 'connection',
    };
  }

  /** Removes the secrets from a text. */
  readonly redact: Redact = (text) => this.secrets.redact(text);

  /** How many requests have been sent. */
  get sent(): number {
    return this.#dispatch.sent;
  }

  /** False when the safety policy allows only reads on this target. */
  get writes(): boolean {
    return this.#mayWrite;
  }

  /** The header fields of every request for a gateway, with the names of variables in place of their values. */
  get gatewayFields(): Readonly<Record<string, string>> {
    return this.#dispatch.gateway.recorded;
  }

  /** What the user should know about the connection to the target, most important first. */
  get notices(): readonly string[] {
    const single = this.#dispatch.isSingle
      ? 'the target serves one connection at a time, so the kit used only one from then on, and no requests of a race overlapped; --concurrency 1 does this from the start'
      : undefined;
    const surplus = this.#dispatch.hasSurplus
      ? 'the target sends bytes after the end of a response on connections that it keeps alive, which clients take for the response to their next request: until the kit used a new connection for each request, some responses may have been those of another request'
      : undefined;
    const { times, first } = this.#notDecoded;
    const coded =
      times > 0
        ? `of the responses, ${times} had a body that is not in the coding of its Content-Encoding, the first that to ${first}`
        : undefined;
    return [surplus, coded, ...this.#tokens.notices, this.#overload.notice(), single].filter(
      (notice) => notice !== undefined,
    );
  }

  /** The ids of actions that exist on the target, as far as the run has seen them. */
  get knownIds(): readonly string[] {
    return this.#dispatch.guard.known;
  }

  /** Allows writes to these ids, which an earlier run created. */
  adopt(ids: readonly string[]): void {
    this.#dispatch.guard.adopt(ids);
  }

  /** Allows writes to any id, because the probe found that the target keeps nothing between requests. */
  targetIsStateless(): void {
    this.#dispatch.guard.targetIsStateless();
  }

  /** Lets requests be sent after the time limit, so that the run can clean up. */
  liftTimeLimit(): void {
    this.#deadline.at = noDeadline().at;
  }

  now(): number {
    return rounded(performance.now() - this.#began);
  }

  close(): Promise<void> {
    return this.#dispatch.close();
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
    this.#requireAllowed(request);
    const ask = (authorization: string, sent?: string) => this.#askWith(record, authorization, sent);
    let lost = 0;
    let itself = 0;
    let renewed = false;
    for (let rejections = 0; ; ) {
      await this.#pace.turn();
      await this.#reachability.require(record);
      this.#dispatch.breaker.pass(request);
      await this.#requireHarmless(request, look);
      const current = await this.#tokens.withCurrent(request);
      const sent = await this.#once(request, current);
      record(sent);
      if (!renewed && (await this.#tokens.hasNew(request, current, sent, ask))) {
        renewed = true;
        continue;
      }
      if (sent.response && !isOverload(sent.response.status)) {
        const what = () => `${request.method} ${this.redact(request.url)}, request ${sent.number},`;
        return (await this.#tokens.areLost(request, sent, what, ask)) ? 'credentials' : undefined;
      }
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

  #requireAllowed({ method, url }: WireRequest): void {
    if (this.#mayWrite || method === 'GET') return;
    throw new BlockedByPolicy(
      `${method} ${this.redact(url)} was not sent: against a remote target the kit sends only GET requests; allow writes with --allow-writes ${new URL(url).origin}`,
    );
  }

  async #requireHarmless(request: WireRequest, look: Look): Promise<void> {
    const { guard } = this.#dispatch;
    for (const id of guard.unproven(request)) {
      const seen = await look(id);
      if (guard.isHarmless(id, seen)) continue;
      throw new ForeignAction(
        `${request.method} ${this.redact(request.url)} was not sent: this run did not create the action ${this.redact(JSON.stringify(id))}; expected 404 from a GET of it, received ${seen.status}`,
      );
    }
  }

  /** Sends a request once, and learns from what it comes to how the target is; `current` has the token that is sent. */
  async #once(request: OwnRequest, current: WireRequest): Promise<Sent> {
    const sent = await this.#dispatch.send(request, current);
    const { response, startedAt, fate } = sent;
    if (!response) {
      this.#reachability.failed(startedAt, fate === undefined);
      return sent;
    }
    this.#reachability.responded();
    this.#overload.add(response);
    if (response.notDecoded !== undefined && ++this.#notDecoded.times === 1)
      this.#notDecoded.first = `request ${sent.number}: ${response.notDecoded}`;
    if (!isOverload(response.status)) this.#pace.accepted();
    this.#tokens.learn(request, sent);
    return sent;
  }

  /** Makes the run wait after a rejection; returns why the request is not sent again. */
  #waitFor(request: WireRequest, { startedAt }: Sent, response: ReceivedResponse): GivenUp | undefined {
    const { status } = response;
    const waitMs = retryAfterMs(response);
    const asks = waitMs === undefined ? '' : ' and asks to wait';
    const what = `the target responds with ${status}${asks}`;
    if (!this.#pace.rejected(what, startedAt, waitMs)) {
      this.#dispatch.noteRejected(request, what, status, startedAt);
      return 'patience';
    }
    // After a 502 or 504, the target behind the gateway may have carried out the request.
    return safeMethods.has(request.method) || status === 408 || status === 429 || status === 503 ? undefined : 'unsafe';
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
      if (fate !== 'reset') this.#dispatch.noteLost(request, failure, startedAt);
      return false;
    }
    // The first time, the target may only have ended a connection.
    if (fate === 'refused' && lost > 1)
      return this.#pace.rejected(`the target refuses requests (${failure})`, startedAt, undefined);
    await sleep(lost > 1 ? 2 ** lost : 0);
    return true;
  }

  /** Whether the target accepts a list, which nothing is wrong with. */
  async #acceptsOthers(record: RecordSent): Promise<boolean> {
    await this.#pace.turn();
    const { response } = await this.#ask(record);
    return response !== undefined && !isOverload(response.status);
  }

  /** Sends a list with these credentials; `sent` are those that are sent in place of the newest ones. */
  async #askWith(record: RecordSent, authorization: string, sent?: string): Promise<Sent> {
    const listWith = (value: string) => ({
      ...this.#sample,
      headers: { ...this.#sample.headers, authorization: value },
    });
    await this.#pace.turn();
    return this.#ask(record, listWith(authorization), sent === undefined ? undefined : listWith(sent));
  }

  /** Sends a request of the sender's own, a list, whether or not the pace allows it, and records it. */
  async #ask(record: RecordSent, request = this.#sample, current?: WireRequest): Promise<Sent> {
    const sent = await this.#once(request, current ?? (await this.#tokens.withCurrent(request)));
    record(sent, request);
    return sent;
  }
}
