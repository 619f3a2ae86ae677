import type { Exchange } from '../../engine/evidence/exchange.js';
import { preview } from '../../engine/evidence/preview.js';
import { member } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { differing, shownAction, writtenValues } from '../../model/shown-action.js';
import type { Discrepancy } from './discrepancy.js';
import { brokenRequirement, type TrackedAction } from './tracked-action.js';

/** The writable properties of an action that do not have the values that the requests gave them. */
export function wrongValues({ states, shown, since }: TrackedAction, action: Action, exchange: Exchange) {
  const [before, now] = [shownAction(shown).values, shownAction(action).values];
  const wrong = Object.entries(states[0]?.values ?? {}).filter(([pointer, value]) => now[pointer] !== value);
  return discrepancies(wrong, action, exchange, (pointer) =>
    brokenRequirement(since, {
      update: (patch) => requirementOfUpdate(pointer, patch, now[pointer] === before[pointer]),
      cancel: 'CANCEL-15',
      rejected: (id) => id,
      otherwise: 'RESOURCE-18',
    }),
  );
}

const fixed = ['createdDateTime', 'appId', 'azureTenantId', 'user'];
const ofTheEnd = ['completedDateTime', 'errorInfo'];

/** The properties that have changed although they never change, or not after the action has ended. */
export function changedValues({ shown, since }: TrackedAction, action: Action, exchange: Exchange) {
  const ended = isFinalStatus(shown.status) && shown.status === action.status;
  const sent = new Set(since.flatMap((one) => (one.what === 'update' ? Object.keys(one.patch) : [])));
  const kept = [...fixed, ...(ended ? ofTheEnd.filter((name) => !sent.has(name)) : [])];
  const changed = differing(shown, action).filter((name) => kept.includes(name));
  const wrong = changed.map((name) => [name, preview(shown[name] ?? null)] as const);
  return discrepancies(wrong, action, exchange, (name) =>
    brokenRequirement(since, {
      update: () => 'UPDATE-5',
      cancel: ofTheEnd.includes(name) ? 'LIFECYCLE-14' : 'RESOURCE-18',
      otherwise: 'RESOURCE-18',
    }),
  );
}

/** The properties of a new action that are not as they were sent. What was sent as null does not count. */
export function wrongCreate(body: WritableBody, action: Action, exchange: Exchange) {
  const { values } = shownAction(action);
  const sent = Object.entries(writtenValues(body)).filter(([, value]) => value !== 'null');
  const wrong = sent.filter(([pointer, value]) => values[pointer] !== value);
  return discrepancies(wrong, action, exchange, (pointer) => {
    if (pointer === 'parameters') return 'CREATE-12';
    return pointer.startsWith('vendorInformation/') ? 'CREATE-14' : 'CREATE-11';
  });
}

function discrepancies(
  expected: readonly (readonly [pointer: string, value: string])[],
  action: Action,
  exchange: Exchange,
  requirementOf: (pointer: string) => RequirementId,
): readonly Discrepancy[] {
  return expected.map(([pointer, value]) => ({
    id: requirementOf(pointer),
    message: `no request explains the value of ${pointer}`,
    expected: value,
    received: preview(pointer.split('/').reduce<unknown>(member, action) ?? null),
    at: `/${pointer}`,
    exchange,
  }));
}

function requirementOfUpdate(pointer: string, patch: WritableBody, unchanged: boolean): RequirementId {
  const [name = ''] = pointer.split('/');
  const value = member(patch, name);
  if (value === undefined) return 'UPDATE-5';
  if (value === null) return 'UPDATE-6';
  // A part of the vendor that was not sent.
  if (!Object.hasOwn(writtenValues(patch), pointer)) return 'UPDATE-8';
  return name === 'parameters' && !unchanged ? 'UPDATE-7' : 'UPDATE-4';
}
