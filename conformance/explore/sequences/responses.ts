import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import {
  type ActionState,
  effectOf,
  sentUpdate,
  statesAfter,
  statesLater,
  statesUpdated,
} from '../../model/action-model.js';
import { isFinal } from '../../model/lifecycle.js';
import type { Discrepancy } from './discrepancy.js';
import type { ExpectedRejection } from './rejections.js';
import type { TrackedAction } from './tracked-action.js';

/** A response that was compared with the model. */
export interface CheckedResponse {
  readonly wrong: readonly Discrepancy[];
  /** Whether the target carried out the request. */
  readonly done: boolean;
  /** The states in which the action may be after it. */
  readonly states: readonly ActionState[];
}

export const isSuccess = ({ status }: Reply) => effectOf(status) === 'done';

/** Checks the response to a request that has to be rejected. The cases check the status code of a rejection. */
export function wrongSuccess({ id, statuses }: ExpectedRejection, reply: Reply): readonly Discrepancy[] {
  return isSuccess(reply) ? [wrongStatusCode(id, reply, `status ${statuses.join(' or ')}`)] : [];
}

/** A response with another status code than the operation should have. */
export function wrongStatusCode(id: RequirementId, reply: Reply, expected: string, unlessMoved = false): Discrepancy {
  const { status, exchange } = reply;
  const message = `the response to ${exchange.request.method} has the status code ${status}`;
  return { id, message, expected, received: `status ${status}`, at: 'status', exchange, unlessMoved };
}

/** Checks the response to a valid PATCH by a caller with permission. */
export function checkUpdate({ states, shown }: TrackedAction, patch: WritableBody, reply: Reply): CheckedResponse {
  const sent = sentUpdate(patch);
  const done = isSuccess(reply);
  // The cases check which status code a rejection has.
  const operation = { operation: 'update', sent, response: done ? 200 : 409 } as const;
  const explained = statesAfter(states, operation, { moves: false });
  if (explained.length > 0) return { wrong: [], done, states: explained };
  const moved = statesAfter(states, operation, { moves: true });
  const wrong = (id: RequirementId, expected: string) => [wrongStatusCode(id, reply, expected, moved.length > 0)];
  if (done) {
    // The target may have changed the status or ignored it.
    const either = states.flatMap((state) => [
      ...statesUpdated(state, sent),
      ...statesUpdated(state, { values: sent.values }),
    ]);
    return {
      wrong: wrong('LIFECYCLE-4', `status 409, because the action has the status ${preview(shown.status)}`),
      done,
      states: either,
    };
  }
  const id = sent.status === undefined ? 'UPDATE-1' : sent.status === shown.status ? 'LIFECYCLE-12' : 'LIFECYCLE-5';
  return { wrong: wrong(id, 'status 200 with the updated action'), done, states: [...states, ...moved] };
}

/** Checks the response to a cancel by a caller with permission: an unfinished action can be cancelled (CANCEL-1, CANCEL-13). */
export function checkCancel({ states, shown }: TrackedAction, reply: Reply): CheckedResponse {
  const done = isSuccess(reply);
  const response = done ? 204 : [400, 409].includes(reply.status) ? 409 : 404;
  const explained = statesAfter(states, { operation: 'cancel', response }, { moves: false });
  if (explained.length > 0) return { wrong: [], done, states: explained };
  const wrong = statesLater(states, false).every(({ status }) => isFinal(status))
    ? wrongStatusCode('CANCEL-13', reply, 'status 2xx, 409 or 400')
    : wrongStatusCode(
        'CANCEL-1',
        reply,
        `status 200 or 204, because the action has the status ${preview(shown.status)}`,
        true,
      );
  return { wrong: [wrong], done, states: statesLater(states, true) };
}
