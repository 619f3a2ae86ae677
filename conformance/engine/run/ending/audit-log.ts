import { isDeepStrictEqual } from 'node:util';
import { isFinalStatus } from '../../../model/lifecycle.js';
import { shownAction } from '../../../model/shown-action.js';
import { brief } from '../../evidence/brief.js';
import { CompactValue } from '../../evidence/compact-value.js';
import type { Exchange } from '../../evidence/exchange.js';
import { idOfEmptyCreate } from '../../evidence/lenient.js';
import { parsedJson } from '../../evidence/parsed-json.js';
import { actionIdIn } from '../../evidence/paths.js';
import { isObject, member, type ObservedObject } from '../../evidence/reply.js';
import type { Observations } from '../../judge/observation.js';
import { type KeptAction, type KnownAction, knownAction, limits, noHistory, withShown } from './known-action.js';

/** Creates whose id another create had returned: the first of them, and how many there were. */
export interface RepeatedIds {
  readonly first: Exchange;
  readonly times: number;
}

/** Keeps what the exchanges of a run show of the actions that the writer created, for the audit at its end. */
export class AuditLog {
  readonly #known = new Map<string, KeptAction>();
  /** Ids of which nothing is known: two creates returned them, or a method outside the contract was sent to them. */
  readonly #ambiguous = new Set<string>();
  /** How many writes sent each `clientContext`. */
  readonly #texts = new Map<string, number>();
  /** The create that returned an id first, and what it sent. */
  readonly #firstCreates = new Map<string, string>();
  #repeated?: RepeatedIds;
  /** The creates that named an action in `Location` only. */
  readonly #located = new Map<string, Exchange>();
  /** When the last write ended to an id whose create is not read yet: inputs that share an action may be over before the one that created it. */
  readonly #early = new Map<string, number>();

  /** Everything that was created, in the order of creation. */
  get actions(): readonly KnownAction[] {
    return [...this.#known.values()]
      .filter(({ id }) => !this.#ambiguous.has(id))
      .map(({ text, ...known }) =>
        knownAction(text !== undefined && this.#texts.get(text) === 1 ? { ...known, text } : known),
      );
  }

  /**
   * The creates whose id an earlier create with another body had returned. Creates with equal bodies or an equal `clientContext` do not
   * count, because a target may take the second for a repetition of the first (CREATE-30, CREATE-31).
   */
  get repeatedIds(): RepeatedIds | undefined {
    return this.#repeated;
  }

  /** Reads the exchanges of one case, and what each of them shows. Other parts of a divided run send the texts of the probe, too. */
  read(exchanges: readonly Exchange[], seen: readonly Observations[], isProbe = false): void {
    for (const { operation, request } of exchanges) {
      const text = operation === 'create' || operation === 'update' ? contextIn(request.body) : undefined;
      if (text !== undefined) this.#texts.set(text, (this.#texts.get(text) ?? 0) + (isProbe ? 2 : 1));
    }
    const all = exchanges.map((exchange, index) => ({ exchange, actions: seen[index]?.actions ?? [] }));
    for (const { exchange, actions } of all.toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt)) {
      const isCreate = exchange.operation === 'create';
      if (!isCreate) this.#write(exchange);
      else if (actions.length === 0 && exchange.caller === 'writer') this.#locate(exchange);
      for (const { id, action: shown, selected } of actions) {
        const action = isNamed(shown, id) ? shown : { ...shown, id };
        const made = this.#located.get(id);
        if (isCreate && exchange.caller === 'writer') this.#create(action, exchange);
        else if (made && exchange.operation === 'get' && selected === undefined) this.#create(action, made);
        if (!isCreate && selected === undefined) this.#show(action, exchange);
      }
    }
  }

  /** A create that shows no action: what it created is known once a get shows it. */
  #locate(exchange: Exchange): void {
    const id = idOfEmptyCreate(exchange);
    if (id !== undefined) this.#located.set(id, exchange);
  }

  #create(whole: ObservedObject & { readonly id: string }, exchange: Exchange): void {
    const { id } = whole;
    this.#located.delete(id);
    if (this.#known.has(id)) this.#ambiguous.add(id);
    const first = this.#firstCreates.get(id);
    const sent = exchange.request.body ?? '';
    if (first === undefined) this.#firstCreates.set(id, sent);
    else if (areDifferent(first, sent))
      this.#repeated = { first: this.#repeated?.first ?? exchange, times: (this.#repeated?.times ?? 0) + 1 };
    const { startedAt, endedAt } = exchange;
    const text = contextIn(sent);
    const early = this.#early.get(id);
    const writtenAt = Math.max(endedAt, early ?? 0);
    const known = {
      id,
      shown: new CompactValue<ObservedObject>(brief(whole)),
      shownAt: startedAt,
      isCurrent: early === undefined,
      ...noHistory,
      writtenAt,
      ...(text !== undefined && { text }),
    };
    this.#known.set(id, withShown(known, whole));
  }

  /**
   * Notes a write that may have changed the action. A rejected one changes nothing; only of a method outside the contract, that is a
   * SHOULD.
   */
  #write({ operation, request, response, endedAt }: Exchange): void {
    const id = actionIdIn(request.url);
    const known = id === undefined ? undefined : this.#known.get(id);
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    const isRejected = response !== undefined && response.status >= 400 && response.status < 500;
    if (id === undefined || !isWrite) return;
    if (request.method === 'DELETE' || request.method === 'PUT') return void this.#ambiguous.add(id);
    if (isRejected) return;
    if (!known)
      return void this.#early.set(
        id,
        Math.max(response ? endedAt : Number.POSITIVE_INFINITY, this.#early.get(id) ?? 0),
      );
    const cancelled = operation === 'cancel' && response !== undefined && response.status < 300;
    const writtenAt = response ? Math.max(known.writtenAt, endedAt) : Number.POSITIVE_INFINITY;
    const cancelledAt = cancelled && known.final === undefined ? endedAt : known.cancelledAt;
    this.#known.set(known.id, {
      ...known,
      isCurrent: false,
      writtenAt,
      ...(cancelledAt !== undefined && { cancelledAt }),
    });
  }

  #show(whole: ObservedObject & { readonly id: string }, { operation, startedAt, endedAt }: Exchange): void {
    const known = this.#known.get(whole.id);
    if (!known) return;
    const isRead = operation === 'get' || operation === 'list';
    const later: KeptAction = {
      ...withShown(known, whole),
      ...(isRead && isFinalStatus(whole.status) && { finalWasRead: true }),
    };
    // A list may be behind, within the settle time; its values count only together with those of a get.
    if (operation === 'list' || startedAt < known.shownAt)
      return void this.#known.set(known.id, { ...known, ...limits(later) });
    const isOwnResponse = operation === 'update' && known.writtenAt === endedAt;
    const isCurrent = isOwnResponse || startedAt >= known.writtenAt;
    this.#known.set(known.id, {
      ...later,
      shown: new CompactValue<ObservedObject>(brief(whole)),
      shownAt: startedAt,
      isCurrent,
    });
  }
}

/** The `clientContext` in a body that was sent. */
function contextIn(body: string | undefined): string | undefined {
  const text = member(parsedJson(body ?? ''), 'clientContext');
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Whether the action shows this id, as a text. */
function isNamed(action: ObservedObject, id: string): action is ObservedObject & { readonly id: string } {
  return action.id === id;
}

/**
 * Whether two bodies ask for two actions: no target may take one for a repetition of the other, or adopts an id from it. What a client
 * cannot write does not count.
 */
function areDifferent(one: string, other: string): boolean {
  const [first, second] = [one, other].map(parsedJson);
  if (!isObject(first) || !isObject(second) || 'id' in first || 'id' in second) return false;
  return (
    !isDeepStrictEqual(shownAction(first).values, shownAction(second).values) &&
    ((first.clientContext ?? null) === null || first.clientContext !== second.clientContext)
  );
}
