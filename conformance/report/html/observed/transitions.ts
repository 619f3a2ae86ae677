import type { Exchange } from '../../../engine/evidence/exchange.js';
import { actionIdIn } from '../../../engine/evidence/paths.js';
import { isObject, isSuccess } from '../../../engine/evidence/reply.js';
import { entry } from './entry.js';
import { LeftByWorlds } from './left-by-worlds.js';
import { oneAfterAnother } from './one-after-another.js';
import { shownAction } from './shown-status.js';

/** What a run saw of the change from one status to another. */
export interface SeenTransition {
  /** How often the status changed, by what caused it. */
  readonly happened: { client: number; cancel: number; server: number };
  /** How often a PATCH that asked for it was rejected. */
  rejected: number;
  /** How often a PATCH that asked for it succeeded, and the action still had its status afterwards. */
  ignored: number;
  /** How often a PATCH asked for it, whatever came of it. */
  tried: number;
}

/** A status of an action that a response showed, and what was sent since then. */
interface Known {
  readonly status: string;
  /** The requests that may have changed the status, or that asked for a forbidden change; the newest first. */
  readonly sent: readonly ({ readonly by: 'client'; readonly to: string } | { readonly by: 'cancel' })[];
  /** What a PATCH asked for that succeeded, until the action is shown. */
  readonly granted?: string;
  /** An allowed change that was rejected; it counts if the action has the same status afterwards. */
  readonly refused?: string;
}

const rejections: ReadonlySet<number> = new Set([400, 409, 422]);

/**
 * Follows the status of each action through the exchanges of a run. Where concurrent requests may have changed an action, its status is not
 * known until it is shown again. The rejection of a request with a deliberate defect does not count, because something else is its reason.
 */
export class Transitions {
  readonly seen = new Map<string, SeenTransition>();
  readonly #earlier = new LeftByWorlds<Known>();

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
      if (id !== undefined) entry(byAction, id, () => []).push(exchange);
    }
    for (const [id, all] of byAction) {
      let known = this.#earlier.at(Math.min(...all.map(({ startedAt }) => startedAt)), id);
      for (const together of oneAfterAnother(all)) {
        if (together.length > 1 && together.some(mayHaveChanged)) known = undefined;
        else for (const exchange of together) known = this.#after(exchange, id, known);
      }
      this.#earlier.set(id, known, Math.max(...all.map(({ endedAt }) => endedAt)));
    }
  }

  /** What is known of an action after one exchange about it. */
  #after(exchange: Exchange, id: string, before: Known | undefined): Known | undefined {
    const known = before && { ...before, ...this.#sent(exchange, before) };
    const shown = shownAction(exchange);
    if (shown?.id !== id || !this.statuses.includes(shown.status)) return known;
    return this.#shown(shown.status, known);
  }

  /** What the request of an exchange changes of what is known of an action. */
  #sent(exchange: Exchange, { status, sent }: Known): Partial<Known> {
    const { operation, caller, defect, response } = exchange;
    if (operation === 'cancel') return mayHaveChanged(exchange) ? { sent: [{ by: 'cancel' }, ...sent] } : {};
    const to = sentStatus(exchange);
    if (to === undefined || to === status || !this.statuses.includes(to)) return {};
    const isPlain = caller === 'writer' && defect === undefined;
    if (isPlain) this.#at(status, to).tried += 1;
    const asked: Partial<Known> = { sent: [{ by: 'client', to }, ...sent] };
    if (mayHaveChanged(exchange)) return isPlain && response && isSuccess(response) ? { ...asked, granted: to } : asked;
    if (!isPlain || !rejections.has(response?.status ?? 0)) return {};
    if (this.allowed.has(`${status} ${to}`)) return { refused: to };
    this.#at(status, to).rejected += 1;
    return asked;
  }

  /** What is known of an action that is shown with this status. */
  #shown(shown: string, known: Known | undefined): Known {
    if (!known) return { status: shown, sent: [] };
    const { status, sent, granted, refused } = known;
    if (shown !== status) {
      const cause = sent.find((one) => one.by === 'cancel' || one.to === shown);
      this.#at(status, shown).happened[cause?.by ?? 'server'] += 1;
      return { status: shown, sent: [] };
    }
    if (refused !== undefined) this.#at(status, refused).rejected += 1;
    if (granted !== undefined) this.#at(status, granted).ignored += 1;
    // A request may take effect later.
    return { status, sent };
  }

  #at(from: string, to: string): SeenTransition {
    return entry(this.seen, `${from} ${to}`, () => ({
      happened: { client: 0, cancel: 0, server: 0 },
      rejected: 0,
      ignored: 0,
      tried: 0,
    }));
  }
}

/** Whether a request may have changed an action: it was neither a read nor rejected. */
function mayHaveChanged({ request, response }: Exchange): boolean {
  return request.method !== 'GET' && !(response && response.status >= 400 && response.status < 500);
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
