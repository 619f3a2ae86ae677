import { Inconclusive, NotObserved } from '../errors.js';
import { isObject, isSuccess, type Reply } from '../evidence/reply.js';
import type { Send } from '../http/api.js';
import type { Target } from '../target.js';
import { adapted, adaptedPatch, distinct, validBody, type WritableBody } from './bodies.js';
import { type Accepted, acceptedBy, outside, within } from './bodies-accepted.js';
import type { Draw } from './draw.js';
import { ListReader } from './list-reader.js';
import type { Profile } from './profile.js';

/** Makes create and PATCH bodies that the target accepts, and sends no valid body that it has a right to reject. */
export abstract class ValidWrites extends ListReader {
  /** Parameters that no other action has. */
  readonly #own = new WeakSet<object>();
  #vendor: Profile['vendor'];
  abstract readonly profile: Profile;
  abstract readonly draw: Draw;
  protected abstract readonly owner: Pick<Target, 'routing'>;

  /** A valid create body that the target accepts, different from any other of the run; `overrides` replace whole members. */
  body(overrides: WritableBody = {}): WritableBody {
    return this.#accepted({ ...adapted(validBody(this.draw), this.#routing), ...overrides });
  }

  /** Makes further valid bodies with this vendor and provider, because the target rejects those of the kit. */
  useVendor(vendor: NonNullable<Profile['vendor']>): void {
    this.#vendor = vendor;
  }

  /** A create body with the vendor, provider and action name that the user set, or that the probe found, for the target. */
  adapted(body: WritableBody): WritableBody {
    return this.#accepted(adapted(body, this.#routing, this.profile.features['names-required'].offered));
  }

  /** A PATCH body with the vendor, provider and action name that the user set, or that the probe found, where it has these members; none is added. */
  adaptedPatch(body: WritableBody): WritableBody {
    return within(adaptedPatch(body, this.#routing), this.#values);
  }

  /** @throws NotObserved for a valid body that this target does not accept, because no page says that it must (decisions 0061 and 0097). */
  override async create(body: unknown, send: Send = {}): Promise<Reply> {
    this.#requireAccepted(body, send);
    const reply = await super.create(body, send);
    if (isValid(send) && reply.status === 409 && this.profile.limits?.distinct)
      await this.#requireDistinct(body, reply, send);
    return reply;
  }

  /** @throws NotObserved if a create was rejected because the action would equal an unfinished one: with one more pair it is accepted. */
  async #requireDistinct(body: unknown, { exchange }: Reply, send: Send): Promise<void> {
    const message = 'the target rejects an action with the name and parameters of an unfinished one';
    if (!this.#areDistinct) throw new Inconclusive(`${message}; give more of them with --parameters`, exchange);
    const sent: WritableBody = isObject(body) ? body : {};
    const other = distinct(sent, this.draw, this.#nameFor(sent));
    // Of bodies without pairs, no other one is valid.
    if (other === sent || isSuccess(await super.create({ ...other, ...this.#ownContext(other) }, send)))
      throw new NotObserved(message, exchange);
  }

  /** A text in place of that of a create which was rejected, because the target may remember it. */
  #ownContext({ clientContext }: WritableBody): WritableBody {
    return typeof clientContext === 'string' ? { clientContext: `Context ${this.draw.hex(8)}` } : {};
  }

  /** @throws NotObserved as {@link create} does. */
  override async update(id: string, patch: unknown, send: Send = {}): Promise<Reply> {
    this.#requireAccepted(patch, send);
    return super.update(id, patch, send);
  }

  #requireAccepted(body: unknown, send: Send): void {
    const foreign = isValid(send) ? outside(body, this.#values) : undefined;
    if (foreign !== undefined)
      throw new NotObserved(`the request was not sent, because it has ${foreign} than the target accepts`);
  }

  /** A valid body with what this target accepts: certain values, and parameters that no unfinished action has. */
  #accepted(body: WritableBody): WritableBody {
    const valid = within(body, this.#values);
    if (!this.#areDistinct) return valid;
    const { parameters } = body;
    // Replaced again, they would get another pair.
    if (parameters && this.#own.has(parameters)) return { ...valid, parameters };
    const own = distinct(valid, this.draw, this.#nameFor(valid));
    if (own.parameters) this.#own.add(own.parameters);
    return own;
  }

  /** The name of the pair that makes a body distinct: that of an address where the target accepts no other, or one that no body has. */
  #nameFor({ parameters }: WritableBody): string {
    return this.#values.parameters ? 'IP' : `Number ${parameters?.length ?? 0}`;
  }

  /** False where the user names the parameters that the target accepts. */
  get #areDistinct(): boolean {
    return this.profile.limits?.distinct === true && this.owner.routing?.parameters === undefined;
  }

  /** What the user sets, and the vendor that the probe found where the user set none. */
  get #routing(): Target['routing'] {
    return { ...this.owner.routing, ...(this.#vendor ?? this.profile.vendor) };
  }

  get #values(): Accepted {
    return acceptedBy(this.owner.routing, this.profile.limits);
  }
}

/** Whether a request is to be accepted: nothing in it is wrong on purpose. */
function isValid({ defect, raw }: Send): boolean {
  return defect === undefined && raw === undefined;
}
