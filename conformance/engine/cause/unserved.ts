import type { Operation } from '../../../generated/requirements.js';
import { type Exchange, keepable } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import { actionIdIn, collectionPath } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { isSuccess } from '../evidence/reply.js';
import { idOf } from '../world/pages.js';
import type { Detector, Explanation } from './cause.js';
import { count } from './words.js';

/** Requests without a defect after which it is no coincidence that none of them was served. */
const fewest = 8;

/** What requests of one operation got that the target has every reason to serve. */
interface Served {
  total: number;
  isServed: boolean;
  /** How often each status of a rejection was received. */
  readonly rejections: Map<number, number>;
  example?: Exchange;
}

/**
 * Finds operations that the target never serves: each request of the writer without a defect, about an action that a create of the run
 * returned, is rejected. The target lacks the operation, or knows the action under another id.
 */
export class Unserved implements Detector {
  readonly #created = new Set<string>();
  readonly #operations = new Map<Operation, Served>();
  /** The operations that were rejected in each input. */
  readonly #rejected = new Map<string, Set<Operation>>();

  read(exchanges: readonly Exchange[], input: string): void {
    for (const exchange of exchanges) {
      const { operation, caller, defect, request, response } = exchange;
      if (!response || !operation || caller !== 'writer' || defect !== undefined) continue;
      const { status } = response;
      // Credentials, quotas and overload have causes of their own.
      if (status === 401 || status === 403 || isOverload(status)) continue;
      const id = operation === 'create' ? isSuccess(response) && idOf(replyOf(exchange, response)) : undefined;
      if (id) this.#created.add(id);
      const isPlain = operation === 'create' || (operation === 'list' && !request.url.includes('?'));
      if (!isPlain && !this.#created.has(actionIdIn(request.url) ?? '')) continue;
      const seen: Served = this.#operations.get(operation) ?? { total: 0, isServed: false, rejections: new Map() };
      this.#operations.set(operation, seen);
      seen.total += 1;
      // A conflict or a failed precondition shows that the target knows the operation and the action.
      if (isSuccess(response) || [409, 412, 428].includes(status)) seen.isServed = true;
      else {
        seen.rejections.set(status, (seen.rejections.get(status) ?? 0) + 1);
        seen.example ??= keepable(exchange);
        this.#rejected.set(input, (this.#rejected.get(input) ?? new Set()).add(operation));
      }
    }
  }

  explanation(): Explanation | undefined {
    const never = [...this.#operations].filter(([, { total, isServed }]) => total >= fewest && !isServed);
    if (never.length === 0) return undefined;
    const operations = new Set(never.map(([operation]) => operation));
    const names = [...operations].map((operation) => described[operation]);
    return {
      kind: 'unserved',
      says: `the target never serves ${names.join(', and never ')}`,
      detail: never
        .map(([operation, { total, rejections }]) => {
          const received = [...rejections].map(([status, times]) => `${status} (${times.toLocaleString('en-US')})`);
          return `${count(total, operation)} without a defect received ${received.join(', ')}`;
        })
        .join('; '),
      remedy: [...operations].some((operation) => operation !== 'create' && operation !== 'list')
        ? 'serve the operation, and find the action under the id that the create returned'
        : 'serve the operation; the response below says what the target lacks',
      evidence: never.flatMap(([, { example }]) => example ?? []).slice(0, 3),
      explains: ({ exchange, at }, input) => {
        if (isRejected(exchange, operations)) return at === undefined || !/^(\/error|header )/.test(at);
        return (
          at === undefined && [...(this.#rejected.get(input) ?? [])].some((operation) => operations.has(operation))
        );
      },
    };
  }
}

const described: Readonly<Record<Operation, string>> = {
  list: `GET ${collectionPath}`,
  create: `POST ${collectionPath}`,
  get: `GET ${collectionPath}/{id}`,
  update: `PATCH ${collectionPath}/{id}`,
  cancel: `POST ${collectionPath}/{id}/cancelSecurityAction`,
};

function isRejected(exchange: Exchange | undefined, operations: ReadonlySet<Operation>): boolean {
  const { operation, response } = exchange ?? {};
  return operation !== undefined && operations.has(operation) && response !== undefined && response.status >= 400;
}
