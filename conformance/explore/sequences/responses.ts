import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { sides } from '../../engine/judge/violation.js';
import type { RequirementId } from '../../engine/requirement.js';
import { type ActionState, sentUpdate, statesAfter, statesLater, statesUpdated } from '../../model/action-model.js';
import { isFinal } from '../../model/lifecycle.js';
import type { Discrepancy } from './discrepancy.js';
import type { ExpectedRejection } from './rejections.js';
import { broken, type ChangeRequest } from './requirements.js';
import type { TrackedAction } from './tracked-action.js';

/** A response that was compared with the model. */
export interface CheckedResponse {
  readonly wrong: readonly Discrepancy[];
  /** The states in which the action may be after it. */
  readonly states: readonly ActionState[];
}

/** Checks the response to a request that has to be rejected. The cases check the status code of a rejection. */
export function wrongSuccess({ id, expected }: ExpectedRejection, reply: Reply): readonly Discrepancy[] {
  return isSuccess(reply) ? [wrongStatusCode(id, reply, expected)] : [];
}

/** A response with another status code than the operation should have. */
export function wrongStatusCode(id: RequirementId, reply: Reply, expected: string, unlessMoved = false): Discrepancy {
  const { status, exchange } = reply;
  const received = `status ${status}`;
  const message = `${exchange.request.method}: ${sides(expected, received)}`;
  return { id, message, expected, received, at: 'status', exchange, unlessMoved };
}

/** Checks the response to a valid request by a caller with permission against the model. */
export function checkResponse(tracked: TrackedAction, request: ChangeRequest, reply: Reply): CheckedResponse {
  const { states } = tracked;
  const sent = request.what === 'update' ? sentUpdate(request.patch) : undefined;
  const done = isSuccess(reply);
  // The cases check which status code a rejected update has.
  const rejected = sent || [400, 409].includes(reply.status) ? 409 : 404;
  const operation = { operation: request.what, sent, response: done ? 200 : rejected };
  const explained = statesAfter(states, operation, { moves: false });
  if (explained.length > 0) return { wrong: [], states: explained };
  const [id, expected] = expectation(tracked, request, done, reply.status);
  const unlessMoved = id === broken.cancelRejected || statesAfter(states, operation, { moves: true }).length > 0;
  const wrong = [wrongStatusCode(id, reply, expected, unlessMoved)];
  if (!done || !sent) return { wrong, states: statesLater(states, true) };
  // The target may have changed the status or ignored it.
  const either = [sent, { values: sent.values }];
  return { wrong, states: states.flatMap((state) => either.flatMap((update) => statesUpdated(state, update))) };
}

/** The requirement that an unexplained response fails, and the response that it expects. */
function expectation({ states, shown }: TrackedAction, request: ChangeRequest, done: boolean, status: number) {
  const because = `because the action has the status ${preview(shown.status)}`;
  if (done) return [broken.forbiddenTransitionAccepted, `status 409, ${because}`] as const;
  if (request.what === 'update') {
    const { patch } = request;
    const changes = patch.status === shown.status ? broken.currentStatusRejected : broken.transitionRejected;
    // The status of the action is the reason for a 409, and a null may be that for another rejection.
    const isForNull = status !== 409 && Object.values(patch).includes(null);
    const id = isForNull ? broken.nullRejected : patch.status ? changes : broken.updateRejected;
    return [id, 'status 200 with the updated action'] as const;
  }
  const ended = statesLater(states, false).every(({ status }) => isFinal(status));
  if (ended) return [broken.cancelAfterEndRejected, 'status 2xx, 409 or 400'] as const;
  return [broken.cancelRejected, `status 200 or 204, ${because}`] as const;
}
