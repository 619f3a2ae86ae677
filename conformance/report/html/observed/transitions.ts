import type { Exchange } from '../../../engine/evidence/exchange.js';
import { actionIdIn } from '../../../engine/evidence/paths.js';
import { isObject } from '../../../engine/evidence/reply.js';
import { shownAction } from './shown-status.js';

/** What a run saw of the change from one status to another. */
export interface SeenTransition {
  /** How often the status changed, by what caused it. */
  readonly happened: { client: number; cancel: number; server: number };
  /** How often a PATCH that asked for it was rejected. */
  rejected: number;
}

/** A status of an action that a response showed, and what was sent since then. */
interface Known {
  readonly status: string;
  /** A PATCH that succeeded without showing the action. */
  asked?: string;
  /** An allowed change that was rejected; it counts if the action has the same status afterwards. */
  refused?: string;
  cancelled?: true;
}

const rejections: ReadonlySet<number> = new Set([400, 409, 422]);

/**
 * Follows the status of each action through the exchanges of a world. Actions with concurrent requests are left out, because their order
 * is not known; so are requests with a deliberate defect, because something else is the reason of their rejection.
 */
export class Transitions {
  readonly seen = new Map<string, SeenTransition>();

  /** @param statuses every status that counts, and the pairs of them that are allowed, as `from to`. */
  constructor(
    private readonly statuses: readonly string[],
    private readonly allowed: ReadonlySet<string>,
  ) {}

  /** Takes the exchanges of one world. */
  add(exchanges: readonly Exchange[]): void {
    const byAction = new Map<string, Exchange[]>();
    for (const exchange of exchanges) {
      const id = exchange.operation === 'create' ? shownAction(exchange)?.id : actionIdIn(exchange.request.url);
      if (id !== undefined) byAction.set(id, [...(byAction.get(id) ?? []), exchange]);
    }
    for (const [id, all] of byAction) {
      const sent = all.sort((a, b) => a.startedAt - b.startedAt || a.number - b.number);
      const isConcurrent = sent.some(({ startedAt }, index) => startedAt < (sent[index - 1]?.endedAt ?? 0));
      if (!isConcurrent) this.#follow(id, sent);
    }
  }

  #follow(id: string, exchanges: readonly Exchange[]): void {
    let known: Known | undefined;
    for (const exchange of exchanges) {
      const status = exchange.response?.status;
      const to = sentStatus(exchange);
      const counts = known !== undefined && exchange.defect === undefined && exchange.caller === 'writer';
      if (known && to !== undefined && counts && status !== undefined) {
        if (status < 300) known.asked = to;
        else if (rejections.has(status)) this.#reject(known, to);
      }
      if (known && exchange.operation === 'cancel' && status !== undefined && status < 300) known.cancelled = true;
      const shown = shownAction(exchange);
      if (shown?.id !== id || !this.statuses.includes(shown.status)) continue;
      if (known) this.#show(known, shown.status);
      known = { status: shown.status };
    }
  }

  #show({ status, asked, refused, cancelled }: Known, shown: string): void {
    if (shown === status) {
      if (refused !== undefined) this.#at(status, refused).rejected += 1;
      return;
    }
    this.#at(status, shown).happened[asked === shown ? 'client' : cancelled ? 'cancel' : 'server'] += 1;
  }

  #reject(known: Known, to: string): void {
    const { status } = known;
    if (status === to || !this.statuses.includes(to)) return;
    if (this.allowed.has(`${status} ${to}`)) known.refused = to;
    else this.#at(status, to).rejected += 1;
  }

  #at(from: string, to: string): SeenTransition {
    const key = `${from} ${to}`;
    const seen = this.seen.get(key) ?? { happened: { client: 0, cancel: 0, server: 0 }, rejected: 0 };
    this.seen.set(key, seen);
    return seen;
  }
}

/** The status that an update sends. */
function sentStatus({ operation, request }: Exchange): string | undefined {
  if (operation !== 'update' || request.body === undefined) return undefined;
  try {
    const body: unknown = JSON.parse(request.body);
    return isObject(body) && typeof body.status === 'string' ? body.status : undefined;
  } catch {
    return undefined;
  }
}
