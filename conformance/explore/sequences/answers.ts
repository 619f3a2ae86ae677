import type { Reply } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { later, mayBeUnfinished, type Standing, updated } from '../../model/standing.js';
import { type Discrepancy, discrepancy } from './discrepancy.js';
import type { Refusal } from './refused.js';
import type { Tracked } from './tracked.js';

/** What an answer was: done, refused, or neither, which decides nothing. */
export type Answer = 'done' | 'refused';

/** How an answer is held against what the model foresees. */
export interface Held {
  readonly wrong: readonly Discrepancy[];
  readonly answer: Answer;
  /** How the action may stand after it. */
  readonly standings: readonly Standing[];
}

export const isSuccess = ({ status }: Reply) => status >= 200 && status < 300;

/** An answer to a request that has to be refused. */
export function wrongRefusal({ id, statuses }: Refusal, reply: Reply): readonly Discrepancy[] {
  // Only what was done is a mistake that a sequence tells of: with which status a refusal comes is for the cases.
  return isSuccess(reply) ? [wrongStatus(id, reply, `a refusal with ${statuses.join(' or ')}`)] : [];
}

/** An answer other than the one that the operation has. */
export function wrongStatus(id: RequirementId, reply: Reply, expected: string, unlessMoved = false): Discrepancy {
  const message = `${reply.exchange.request.method} was answered with ${reply.status}`;
  const seen = { expected, received: `status ${reply.status}`, at: 'status', exchange: reply.exchange };
  return discrepancy(id, message, seen, unlessMoved);
}

/** The answer to a valid PATCH by somebody who may: whether it could be accepted, or refused with 409 (400 tolerated). */
export function heldUpdate({ standings, shown }: Tracked, patch: WritableBody, reply: Reply): Held {
  const to = patch.status ?? undefined;
  const change = Object.keys(patch).some((name) => name !== 'status');
  const still = updated(later(standings, false), to, change);
  const moving = updated(later(standings, true), to, change);
  if (isSuccess(reply)) {
    if (still.accepted.length > 0) return { wrong: [], answer: 'done', standings: still.accepted };
    const why = `a refusal with 409, because the action is ${shown.status}`;
    const wrong = wrongStatus('LIFECYCLE-4', reply, why, moving.accepted.length > 0);
    return { wrong: [wrong], answer: 'done', standings: moving.accepted };
  }
  if (still.refused.length > 0) return { wrong: [], answer: 'refused', standings: still.refused };
  const id = to === undefined ? 'UPDATE-1' : to === shown.status ? 'LIFECYCLE-12' : 'LIFECYCLE-5';
  const wrong = wrongStatus(id, reply, '200 with the updated action', moving.refused.length > 0);
  return { wrong: [wrong], answer: 'refused', standings: [...standings, ...moving.refused] };
}

/** The answer to a cancel by somebody who may: an unfinished action can be cancelled (CANCEL-1, CANCEL-13). */
export function heldCancel({ standings, shown }: Tracked, reply: Reply): Held {
  const now = later(standings, false);
  if (isSuccess(reply)) return { wrong: [], answer: 'done', standings: now };
  const finished = now.filter(({ status }) => isFinalStatus(status));
  if (finished.length > 0 && [400, 409].includes(reply.status))
    return { wrong: [], answer: 'refused', standings: finished };
  if (!mayBeUnfinished(now))
    return { wrong: [wrongStatus('CANCEL-13', reply, '2xx, 409 or 400')], answer: 'refused', standings: now };
  const why = `200 or 204, because the action is ${shown.status}`;
  return { wrong: [wrongStatus('CANCEL-1', reply, why, true)], answer: 'refused', standings: later(standings, true) };
}
