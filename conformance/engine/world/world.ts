import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationStatus } from '../../../generated/lifecycle.js';
import { initialStatus } from '../../../generated/lifecycle.js';
import { isFinalStatus, isStatus, pathTo } from '../../model/lifecycle.js';
import { Inconclusive } from '../errors.js';
import type { Caller, Exchange } from '../evidence/exchange.js';
import { isObject, member, type ObservedObject, type Reply } from '../evidence/reply.js';
import { Api, type Send } from '../http/api.js';
import type { Sender } from '../http/sender.js';
import type { RunOptions } from '../options.js';
import type { Target } from '../target.js';
import { adapted, adaptedPatch, validBody, type WritableBody } from './bodies.js';
import type { Draw } from './draw.js';
import type { PreferSteering } from './prefer-steering.js';
import type { Profile } from './profile.js';
import { unknownIdLike } from './unknown-id.js';

/** An action as the answer showed it that made or read it. */
export type Action = ObservedObject & { readonly id: string };

/** What one case has to itself: the operations, and what a world is built of. Methods here throw {@link Inconclusive} when the target does not give what is needed. */
export class World extends Api {
  constructor(
    readonly profile: Profile,
    readonly settings: Pick<RunOptions, 'settleMs' | 'races'>,
    readonly draw: Draw,
    private readonly owner: Pick<Target, 'url' | 'tokens' | 'routing'>,
    private readonly wire: Sender,
    /** What the case has exchanged so far; throttled requests that were sent again included. */
    readonly exchanges: Exchange[],
    private readonly steer?: PreferSteering,
  ) {
    super(owner, wire, (exchange) => exchanges.push(exchange), steer);
  }

  /** A valid create body that the target can route, unlike any other of the run; `overrides` replace whole members. */
  body(overrides: WritableBody = {}): WritableBody {
    return { ...adapted(validBody(this.draw), this.owner.routing), ...overrides };
  }

  /** A documented or fixture body with the target's own vendor, provider and action name, where its owner named them. */
  adapted(body: WritableBody): WritableBody {
    return adapted(body, this.owner.routing, this.profile.features['names-required'].offered);
  }

  /** A PATCH body with the target's own vendor, provider and action name where it has these members; none is added. */
  adaptedPatch(body: WritableBody): WritableBody {
    return adaptedPatch(body, this.owner.routing);
  }

  /** A text unlike any other of the run. */
  text(label: string): string {
    return `${label} ${this.draw.hex(8)}`;
  }

  /** An id that looks like the target's own and that it most likely has never given out; see {@link unusedId}. */
  unknownId(): string {
    const id = unknownIdLike(this.wire.knownIds, this.draw);
    this.steer?.markUnknown(id);
    return id;
  }

  /** An id that looks like the target's own and that a get has just reported as missing. */
  async unusedId(): Promise<string> {
    let reply: Reply | undefined;
    for (let attempt = 1; attempt <= maxGuesses; attempt++) {
      const id = this.unknownId();
      reply = await this.get(id);
      if (reply.status === 404) return id;
    }
    throw new Inconclusive(
      `no unused id was found: a get of a drawn id was answered with ${reply?.status}`,
      reply?.exchange,
    );
  }

  /** Tells the sender that no write can change an action of this target. */
  targetIsStateless(): void {
    this.wire.targetIsStateless();
  }

  /** The claims of the writer's token, where they can be read. */
  get claims(): Profile['claims'] {
    return this.profile.claims;
  }

  /** An action made for this case, brought to the given status; without one it is as the create answer showed it. */
  async action(wanted: { body?: WritableBody; status?: OperationStatus; as?: Caller } = {}): Promise<Action> {
    const created = await this.create(wanted.body ?? this.body(), { as: wanted.as });
    const action = this.entity(created, 201);
    return wanted.status === undefined ? action : this.#bringTo(action, wanted.status);
  }

  /** An action in a final status: by PATCH where the target offers it, else by cancelling it and waiting. */
  async finalAction(): Promise<Action> {
    if (this.profile.features.update.offered) return this.action({ status: 'Completed' });
    const action = await this.action();
    await this.cancel(action.id);
    const reply = await this.eventually(
      () => this.get(action.id),
      (seen) => isFinalStatus(member(seen.body, 'status')),
    );
    const ended = this.entity(reply, 200);
    if (!isFinalStatus(ended.status))
      throw new Inconclusive(
        `no finished action could be made: after a cancel the status is ${JSON.stringify(ended.status)}`,
        reply.exchange,
      );
    return ended;
  }

  /** The action as a get shows it now. */
  async read(id: string, send: Send = {}): Promise<Action> {
    return this.entity(await this.get(id, send), 200);
  }

  /** The action in a reply that has to be there for the case to mean anything; 206 counts as 200 (reading 0030). */
  entity(reply: Reply, status: number): Action {
    const { body } = reply;
    const id = member(body, 'id');
    const fits = reply.status === status || (status === 200 && reply.status === 206);
    if (!fits || !isObject(body) || typeof id !== 'string' || id === '') {
      const what = fits ? 'has no securityAction with an id' : `is ${reply.status}, not ${status}`;
      throw new Inconclusive(
        `the case needs an action, but the answer to ${reply.exchange.request.method} ${reply.exchange.request.url} ${what}`,
        reply.exchange,
      );
    }
    if (this.profile.class === 'stateful' && id === this.profile.untouchedId) {
      throw new Inconclusive(
        'the target shows the action that the probe made in place of one of this case',
        reply.exchange,
      );
    }
    return { ...body, id };
  }

  /**
   * True when the target moves actions by itself: one that nobody touched is no longer as it was created. What a case did not
   * cause is then no violation.
   */
  async movesByItself(): Promise<boolean> {
    const { untouchedId, class: targetClass } = this.profile;
    if (untouchedId === undefined || targetClass === 'stateless') return false;
    return member((await this.get(untouchedId)).body, 'status') !== initialStatus;
  }

  /** All pages of a list in their order. */
  async pages(send: Send = {}): Promise<readonly Reply[]> {
    const pages = [await this.list(send)];
    const followed = new Set<string>();
    for (let next = nextLink(pages.at(-1)); next !== undefined; next = nextLink(pages.at(-1))) {
      if (followed.has(next))
        throw new Inconclusive('the list does not end: a page links back', pages.at(-1)?.exchange);
      followed.add(next);
      if (pages.length >= maxPages)
        throw new Inconclusive(`the list does not end within ${maxPages} pages`, pages.at(-1)?.exchange);
      pages.push(await this.follow(next, send));
    }
    return pages;
  }

  /** The elements of all pages of a list. */
  async elements(send: Send = {}): Promise<readonly ObservedObject[]> {
    return elementsOf(await this.pages(send));
  }

  /** Repeats a read until it shows what is waited for or the settle time is over; gives back the last one either way. */
  async eventually<T>(read: () => Promise<T>, settled: (seen: T) => boolean): Promise<T> {
    const until = performance.now() + this.settings.settleMs;
    let seen = await read();
    for (let pauseMs = 5; !settled(seen) && performance.now() < until; pauseMs = Math.min(pauseMs * 2, 250)) {
      await sleep(pauseMs);
      seen = await read();
    }
    return seen;
  }

  async #bringTo(action: Action, wanted: OperationStatus): Promise<Action> {
    let present = action;
    for (const status of pathTo(isStatus(action.status) ? action.status : initialStatus, wanted)) {
      present = this.entity(await this.update(action.id, statusPatch(status)), 200);
      if (present.status !== status)
        throw new Inconclusive(`no action could be brought to ${status}: it shows ${JSON.stringify(present.status)}`);
    }
    if (present.status !== wanted)
      throw new Inconclusive(
        `no action could be brought to ${wanted}: it is ${JSON.stringify(present.status)} already`,
      );
    return present;
  }
}

const maxPages = 2_000;
const maxGuesses = 5;

/** A PATCH body that sets a status with what the contract wants beside it: `errorInfo` for `Failed`. */
export function statusPatch(status: OperationStatus): WritableBody {
  const failed = { errorInfo: { code: 500, subcode: 1, message: 'The provider could not carry out the action.' } };
  return status === 'Failed' ? { status, ...failed } : { status };
}

/** The elements of pages already read; what is not an object is left out. */
export function elementsOf(pages: readonly Reply[]): readonly ObservedObject[] {
  return pages.flatMap(({ body }) => {
    const value = member(body, 'value');
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
}

function nextLink(page: Reply | undefined): string | undefined {
  const link = member(page?.body, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}
