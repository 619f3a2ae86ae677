import type { OperationStatus } from '../../../generated/lifecycle.js';
import { initialStatus } from '../../../generated/lifecycle.js';
import type { Operation } from '../../../generated/requirements.js';
import { isFinal, isLegal, isStatus } from '../../model/lifecycle.js';
import { member, type Reply } from '../evidence/reply.js';

/** What a request says that decides which of the contract's examples answers it. */
export interface Steered {
  readonly defect?: string;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
}

/**
 * Walks a stateless mock through the contract's own examples: it keeps what the lifecycle says an action's status would be and
 * asks for the matching example with `Prefer`. A request with a defect, or without the token, is not steered: the mock itself has to
 * refuse it.
 */
export class PreferSteering {
  readonly #statuses = new Map<string, OperationStatus>();
  readonly #unknown = new Set<string>();

  /** Makes every operation on this id answer 404, as a server does that has never seen it. */
  markUnknown(id: string): void {
    this.#unknown.add(id);
  }

  /** The `Prefer` value that asks for the answer which the contract foresees; `undefined` leaves the mock alone. */
  prefer(operation: Operation | undefined, id: string | undefined, body: unknown, send: Steered): string | undefined {
    const unauthorized = send.as === 'anonymous' || send.headers?.authorization !== undefined;
    if (send.defect !== undefined || unauthorized || operation === undefined || operation === 'list') return undefined;
    if (operation === 'create') return `code=201, example=${initialStatus}`;
    if (id === undefined || this.#unknown.has(id)) return 'code=404';
    const present = this.#statuses.get(id) ?? initialStatus;
    if (operation === 'get') return `code=200, example=${present}`;
    if (operation === 'cancel') return 'code=204';
    const wanted = member(body, 'status') ?? present;
    const accepted = isStatus(wanted) && (wanted === present || isLegal(present, wanted));
    return accepted ? `code=200, example=${String(wanted)}` : 'code=409';
  }

  /** Learns from a reply what the action's status is now. */
  observe(operation: Operation | undefined, id: string | undefined, reply: Reply): void {
    if (operation === 'cancel' && id !== undefined && reply.status < 300) {
      if (!isFinal(this.#statuses.get(id) ?? initialStatus)) this.#statuses.set(id, 'Failed');
      return;
    }
    const status = member(reply.body, 'status');
    const key = id ?? member(reply.body, 'id');
    if ((operation === 'create' || operation === 'update') && typeof key === 'string' && isStatus(status))
      this.#statuses.set(key, status);
  }
}
