import type { OperationStatus } from '../../../generated/lifecycle.js';
import { initialStatus } from '../../../generated/lifecycle.js';
import type { Operation } from '../../../generated/requirements.js';
import { isAllowedTransition, isFinal, isStatus } from '../../model/lifecycle.js';
import { member, type Reply } from '../evidence/reply.js';

/** The parts of a request that decide which example the mock is asked for. */
export interface SteeredRequest {
  readonly defect?: string | undefined;
  readonly as?: string | undefined;
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
}

/**
 * Makes a stateless mock respond like a stateful server: it tracks the status that each action would have and asks with `Prefer` for the
 * matching example of the contract. A request with a defect or without the token gets no `Prefer`: the mock itself must reject it.
 */
export class PreferSteering {
  readonly #statuses = new Map<string, OperationStatus>();
  readonly #unknown = new Set<string>();

  /** Makes the mock respond with 404 to every operation on this id. */
  markUnknown(id: string): void {
    this.#unknown.add(id);
  }

  /** The `Prefer` value that asks for the response that the contract requires; `undefined` for none. */
  prefer(
    operation: Operation | undefined,
    id: string | undefined,
    body: unknown,
    send: SteeredRequest,
  ): string | undefined {
    const unauthorized = send.as === 'anonymous' || send.headers?.authorization !== undefined;
    if (send.defect !== undefined || unauthorized || operation === undefined || operation === 'list') return undefined;
    if (operation === 'create') return `code=201, example=${initialStatus}`;
    if (id === undefined || this.#unknown.has(id)) return 'code=404';
    const current = this.#statuses.get(id) ?? initialStatus;
    if (operation === 'get') return `code=200, example=${current}`;
    if (operation === 'cancel') return 'code=204';
    const wanted = member(body, 'status') ?? current;
    const accepted = isStatus(wanted) && (wanted === current || isAllowedTransition(current, wanted));
    return accepted ? `code=200, example=${String(wanted)}` : 'code=409';
  }

  /** Records the status of the action after a reply. */
  learn(operation: Operation | undefined, id: string | undefined, reply: Reply): void {
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
