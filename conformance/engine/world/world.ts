import { initialStatus, type OperationStatus } from '../../../generated/lifecycle.js';
import { isStatus } from '../../model/lifecycle.js';
import { Inconclusive, notAccepted } from '../errors.js';
import type { Caller, Exchange } from '../evidence/exchange.js';
import { isObject, isSuccess, member, type ObservedObject, type Reply } from '../evidence/reply.js';
import type { Send } from '../http/api.js';
import type { Wire } from '../http/wire.js';
import type { RunOptions } from '../options.js';
import type { Discovery } from '../run/explorer.js';
import type { Target } from '../target.js';
import type { WritableBody } from './bodies.js';
import type { Clock } from './clock.js';
import { type Draw, drawFrom } from './draw.js';
import { withLocatedAction } from './ids/located-action.js';
import { unknownIdLike } from './ids/unknown-id.js';
import { idOf, idsIn, walkPages } from './pages.js';
import type { PreferSteering } from './prefer-steering.js';
import { pageAt } from './probe/newest.js';
import type { Profile } from './profile.js';
import { bringTo, endedByCancel } from './reach-status.js';
import type { Sharing } from './shared.js';
import { ValidWrites } from './valid-writes.js';
import type { Waits } from './waits.js';

export { elementsOf, idOf } from './pages.js';
export { statusPatch } from './reach-status.js';

/** An action as a response shows it. */
export type Action = ObservedObject & { readonly id: string };

const maxUnusedIdAttempts = 5;

/**
 * What a case uses to send requests and to prepare what it needs. Its methods throw {@link Inconclusive} when the target does not provide
 * that.
 */
export class World extends ValidWrites {
  /** The requests that the kit sent in between to learn about the target; no rule judges them. */
  readonly beside: readonly Exchange[];

  constructor(
    readonly profile: Profile,
    readonly settings: Pick<RunOptions, 'settleMs' | 'races'>,
    readonly draw: Draw,
    protected readonly owner: Pick<Target, 'url' | 'tokens' | 'routing'>,
    private readonly wire: Wire,
    /** The exchanges of the case so far, including those of throttled requests. */
    readonly exchanges: Exchange[],
    private readonly preferSteering: PreferSteering | undefined,
    /** Receives a failure that a case meets while it prepares or reads something else. */
    report: (discovery: Discovery) => void,
    /** True if no other case of the run sends requests at the same time. */
    readonly alone: boolean,
    readonly clock: Clock,
    /** What the inputs of the case share. */
    readonly shared: Sharing,
    /** What the waits of the whole run have shown. */
    readonly waits: Waits,
  ) {
    const beside: Exchange[] = [];
    const record = (exchange: Exchange, isBeside: boolean) => (isBeside ? beside : exchanges).push(exchange);
    super({ url: owner.url, exchanges, report }, owner, wire, clock, record, preferSteering, draw.label);
    this.beside = beside;
  }

  /** A text different from any other of the run. */
  text(label: string): string {
    return `${label} ${this.draw.hex(8)}`;
  }

  /** An id that looks like those of the target and most likely belongs to no action; see {@link unusedId}. */
  unknownId(): string {
    // Draws of its own, because their number depends on the ids that the whole run has seen.
    const draw = drawFrom(0, this.draw.hex(32));
    const id = this.clock.learned(() => unknownIdLike(this.wire.knownIds, draw));
    this.preferSteering?.markUnknown(id);
    return id;
  }

  /** An id that looks like those of the target and that a get has just reported as missing. */
  async unusedId(): Promise<string> {
    let reply: Reply | undefined;
    for (let attempt = 1; attempt <= maxUnusedIdAttempts; attempt++) {
      const id = this.unknownId();
      reply = await this.get(id);
      if (reply.status === 404 || reply.status === 410) return id;
    }
    throw new Inconclusive(
      `no unused id was found: expected 404 from a get of a drawn id, received ${reply?.status}`,
      reply?.exchange,
    );
  }

  /** Allows writes to any id, because a stateless target has no action that a write could change. */
  targetIsStateless(): void {
    this.wire.targetIsStateless();
  }

  /** Creates an action. The reply has the action that its `Location` names as the body to read, where its own body shows none. */
  override async create(body: unknown, send: Send = {}): Promise<Reply> {
    return withLocatedAction(this, await super.create(body, send), send);
  }

  /** The claims of the writer's token, if they are readable. */
  get claims(): Profile['claims'] {
    return this.profile.claims;
  }

  /** Creates an action and brings it to the given status; without one, returns the action of the create response. */
  async action(wanted: { body?: WritableBody; status?: OperationStatus; as?: Caller } = {}): Promise<Action> {
    const created = await this.create(wanted.body ?? this.body(), { as: wanted.as });
    const action = this.entity(created);
    return wanted.status === undefined ? action : bringTo(this, action, wanted.status);
  }

  /** Creates an action in a final status. */
  async finalAction(): Promise<Action> {
    return this.finish(await this.action());
  }

  /** Brings a new action to a final status: by PATCH if the target supports it, otherwise by a cancel. */
  finish(action: Action): Promise<Action> {
    return this.profile.features.update.offered ? bringTo(this, action, 'Completed') : endedByCancel(this, action.id);
  }

  /** The action as a get shows it now. Its id is the one that was asked for, whatever the body says: the checks of ids judge that. */
  async read(id: string, send: Send = {}): Promise<Action> {
    return { ...this.entity(await this.get(id, send)), id };
  }

  /**
   * The action in a reply that the case needs to have one. It is read wherever it can be read without doubt, because other requirements
   * judge its form: any 2xx status counts; the id may be a number or be in `Location`.
   */
  entity(reply: Reply): Action {
    const { body, status: received, exchange } = reply;
    const id = idOf(reply);
    const { method, url } = exchange.request;
    const isCreate = exchange.operation === 'create';
    if (!isSuccess(reply))
      throw notAccepted(
        `the case needs status ${isCreate ? 201 : 200} from ${method} ${url}, but received ${received}`,
        isCreate ? undefined : received,
        exchange,
      );
    if (!isObject(body) || id === undefined)
      throw new Inconclusive(
        `the case needs a securityAction with an id from ${method} ${url}, but received none`,
        exchange,
      );
    if (this.profile.class === 'stateful' && id === this.profile.untouchedId)
      throw new Inconclusive('the target shows the action of the probe in place of one of this case', exchange);
    return { ...body, id };
  }

  /**
   * Updates an action, which the case needs to be accepted; returns it as the response shows it, or as a get does where the response has
   * none or shows another status than was set.
   */
  async updated(id: string, patch: unknown, send: Send = {}): Promise<Action> {
    const reply = await this.update(id, patch, send);
    const status = member(patch, 'status');
    const isShown =
      isObject(reply.body) && idOf(reply) !== undefined && (status === undefined || reply.body.status === status);
    return isShown || !isSuccess(reply) ? { ...this.entity(reply), id } : this.read(id);
  }

  /**
   * Pages of the list with these actions and all later ones; without ids, with all of the run. Of a long list no others are read, unless
   * something is missing there. What a filter leaves over and the list of another tenant count as short.
   */
  async recentPages(
    send: Omit<Send, 'headers'> = {},
    ids: readonly string[] = [this.profile.untouchedId ?? ''],
  ): Promise<readonly Reply[]> {
    const { newest } = this.profile;
    if (!newest || Object.keys(send.query ?? {}).length > 0 || send.as === 'neighbour') return this.pages(send);
    const isAtTop = newest.at === 'top';
    const showAll = (pages: readonly Reply[]) => {
      const shown = idsIn(pages);
      return pages.every(isSuccess) && ids.every((id) => shown.has(id));
    };
    const first = isAtTop ? await this.list(send) : await pageAt(this, newest.from, send);
    const { pages, end } = await walkPages(
      first,
      (link) => this.follow(link, send),
      isAtTop ? { isEnough: showAll } : {},
    );
    return showAll(pages) || (isAtTop && end === 'last') ? pages : this.pages(send);
  }

  /** True when the status of an action that the run never changes has changed: then the target moves actions by itself. */
  async movesByItself(): Promise<boolean> {
    const { untouchedId, class: targetClass } = this.profile;
    if (untouchedId === undefined || targetClass === 'stateless') return false;
    const status = member((await this.get(untouchedId)).body, 'status');
    // A response that shows no status, such as 404, says nothing about progress.
    return isStatus(status) && status !== initialStatus;
  }

  /**
   * Repeats a read until it shows what is expected or the settle time is over; returns the last one. `forMs` is called if the first one
   * does not show it, and gives another time in milliseconds.
   */
  async eventually<T>(
    read: () => Promise<T>,
    isSettled: (seen: T) => boolean,
    forMs = () => this.settings.settleMs,
  ): Promise<T> {
    const began = this.clock.now();
    let seen = await read();
    if (isSettled(seen)) return seen;
    const until = began + forMs();
    for (let pauseMs = 5; !isSettled(seen) && this.clock.now() < until; pauseMs = Math.min(pauseMs * 2, 250)) {
      await this.clock.sleep(pauseMs);
      seen = await read();
    }
    return seen;
  }
}
