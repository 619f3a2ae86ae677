import type { RequirementId } from '../../../../generated/requirements.js';
import { isFinalStatus, isStatus, statuses } from '../../../model/lifecycle.js';
import { fixedProperties, ownProgress } from '../../../model/property-groups.js';
import { continues, differing, historyOf } from '../../../model/shown-action.js';
import { brief } from '../../evidence/brief.js';
import { shownId } from '../../evidence/lenient.js';
import { isObject, isSuccess, member, type Reply } from '../../evidence/reply.js';
import type { Finding } from '../../judge/violation.js';
import type { KnownAction } from './known-action.js';

/** A response that shows an action, or that a get found none. */
type Shown = Pick<Reply, 'status' | 'body' | 'json' | 'exchange'>;

/** One action of the audit, and what shows it now. */
export interface Audited {
  readonly known: KnownAction;
  readonly reply: Shown;
}

/** A requirement that an action of the audit shows to fail. */
export type Failure = { readonly id: RequirementId; readonly reply: Shown } & Pick<
  Finding,
  'message' | 'expected' | 'received' | 'at'
>;

/** The first requirement that an action fails; `changing` are the properties that change from one get to the next. */
export function failureOf(
  { known, reply }: Audited,
  actions: readonly Audited[],
  changing: readonly string[],
): Failure | undefined {
  const { status: code } = reply;
  const body = brief(reply.body);
  const { id, final, finalWasRead, isCurrent, latest, history, shown } = known;
  if (code === 404 || code === 410) {
    const received = `status ${code}`;
    return { id: 'GET-1', reply, message: 'a created action is gone', expected: 'status 200', received, at: 'status' };
  }
  if (!isSuccess(reply) || !isObject(body) || body.id !== brief(id)) return undefined;
  const { status } = body;
  const state = (requirement: RequirementId, message: string, expected: string): Failure => ({
    id: requirement,
    reply,
    message,
    expected,
    received: JSON.stringify(status ?? null),
    at: '/status',
  });
  const isReopened = final !== undefined && status !== final;
  // LIFECYCLE-4 judges a later write that was accepted.
  if (isReopened && !finalWasRead && isCurrent && shown.status === final)
    return state('RESOURCE-18', 'an action has another status than the last response showed', JSON.stringify(final));
  if (isReopened && finalWasRead && !changing.includes('status'))
    return state('LIFECYCLE-3', 'a finished action has another status', JSON.stringify(final));
  if (isStatus(status) && latest !== undefined && statuses.indexOf(status) < statuses.indexOf(latest) && !final)
    return state('LIFECYCLE-2', 'the status of an action went back', `${JSON.stringify(latest)} or a later status`);
  if (isLateCancel(known, body, actions) && !changing.includes('status'))
    return state('LIFECYCLE-13', 'a cancelled action has not ended', 'a final status, as of actions cancelled later');
  if (!continues(historyOf(body), history))
    return {
      id: 'LIFECYCLE-7',
      reply,
      message: 'entries of `states` that were shown before are gone or changed',
      expected: JSON.stringify(history),
      received: JSON.stringify(historyOf(body)),
      at: '/states',
    };
  const names = differing(body, shown).filter((name) => !mayChange(name, known, status) && !changing.includes(name));
  if (names.length === 0) {
    const other = shownId(reply.json);
    if (other === undefined || other === id) return undefined;
    const message = 'a get shows another id than the one that was asked for';
    return { id: 'GET-2', reply, message, expected: id, received: other, at: '/id' };
  }
  const pick = (action: object) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [name, member(action, name) ?? null])));
  return {
    id: 'RESOURCE-18',
    reply,
    message: `${names.join(', ')} changed although no request changed the action`,
    expected: pick(shown),
    received: pick(body),
    at: `/${names[0]}`,
  };
}

/** Failures by requirement. */
export function grouped(failures: readonly Failure[]): ReadonlyMap<RequirementId, readonly Failure[]> {
  const byId = new Map<RequirementId, Failure[]>();
  for (const failure of failures) byId.set(failure.id, [...(byId.get(failure.id) ?? []), failure]);
  return byId;
}

/** Whether a property may differ from what the run last saw: after a write, or because the target made progress. */
function mayChange(name: string, { isCurrent, shown }: KnownAction, status: unknown): boolean {
  if (!isCurrent) return !fixedProperties.includes(name);
  if (status !== shown.status) return ownProgress.includes(name);
  return !isFinalStatus(status) && (name === 'lastActionDateTime' || name === 'states');
}

/** A target may end actions slowly; then an action that was cancelled later has not ended either. */
function isLateCancel({ cancelledAt, writtenAt }: KnownAction, body: object, actions: readonly Audited[]): boolean {
  if (cancelledAt === undefined || isFinalStatus(member(body, 'status'))) return false;
  // A later write may have moved the action back out of its final status, which LIFECYCLE-4 judges.
  if (writtenAt > cancelledAt) return false;
  return actions.some(
    ({ known, reply }) =>
      known.cancelledAt !== undefined && known.cancelledAt > cancelledAt && isFinalStatus(member(reply.body, 'status')),
  );
}
