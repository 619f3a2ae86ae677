import { member } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { writtenValues } from '../../model/shown-action.js';
import { rejections } from './rejections.js';

/** A request that changes an action. */
export type ChangeRequest = { readonly what: 'cancel' } | { readonly what: 'update'; readonly patch: WritableBody };

/** A request that was sent about an action. For a rejected one `id` is the requirement that it changes nothing. */
export type PriorRequest =
  | ChangeRequest
  | { readonly what: 'create'; readonly body: WritableBody }
  | { readonly what: 'rejected'; readonly id: RequirementId };

/** A kind of request, for a PATCH with what it says about one property. A PATCH is ignored when the earlier value is still shown. */
type Cause = Exclude<PriorRequest['what'], 'update'> | 'sent' | 'ignored' | 'cleared' | 'left out' | 'part left out';
type Row = Readonly<Partial<Record<Cause, RequirementId>> & { otherwise: RequirementId }>;

const unsent = { 'left out': 'UPDATE-5', cancel: 'RESOURCE-18', otherwise: 'RESOURCE-18' } as const;
const writable = { ...unsent, cleared: 'UPDATE-6', 'part left out': 'UPDATE-8', cancel: 'CANCEL-15' } as const;
const entries = {
  sent: 'LIFECYCLE-12',
  cancel: 'LIFECYCLE-6',
  rejected: 'LIFECYCLE-15',
  otherwise: 'LIFECYCLE-6',
} as const;

/** The requirement that fails, by the part of an action that differs from the model and by the request that should explain that part. */
const differences = {
  text: { ...writable, create: 'CREATE-11', sent: 'UPDATE-4', ignored: 'UPDATE-4' },
  parameters: { ...writable, create: 'CREATE-12', sent: 'UPDATE-7', ignored: 'UPDATE-4' },
  vendorInformation: { ...writable, create: 'CREATE-14', sent: 'UPDATE-4', ignored: 'UPDATE-4' },
  'fixed property': unsent,
  'property of the end': { ...unsent, cancel: 'LIFECYCLE-14' },
  status: { 'left out': 'UPDATE-5', sent: 'LIFECYCLE-5', rejected: 'LIFECYCLE-15', otherwise: 'RESOURCE-18' },
  'earlier status': { rejected: 'LIFECYCLE-2', otherwise: 'LIFECYCLE-2' },
  'status after the end': { cancel: 'LIFECYCLE-14', rejected: 'LIFECYCLE-3', otherwise: 'LIFECYCLE-3' },
  'entries for a change': { rejected: 'LIFECYCLE-6', otherwise: 'LIFECYCLE-6' },
  'entries without a change': entries,
  'entries after the end': { ...entries, cancel: 'LIFECYCLE-14' },
} as const satisfies Readonly<Record<string, Row>>;

/** The requirements that fail for any other reason. */
export const broken = {
  createRejected: 'CREATE-1',
  idRepeated: 'CREATE-5',
  notListed: 'CREATE-10',
  listedTwice: 'LIST-3',
  listedDifferently: 'RESOURCE-18',
  getRejected: 'GET-1',
  updateRejected: 'UPDATE-1',
  nullRejected: 'UPDATE-6',
  currentStatusRejected: 'LIFECYCLE-12',
  transitionRejected: 'LIFECYCLE-5',
  forbiddenTransitionAccepted: 'LIFECYCLE-4',
  historyRewritten: 'LIFECYCLE-7',
  lastChangeGoesBack: 'LIFECYCLE-10',
  cancelRejected: 'CANCEL-1',
  cancelAfterEndRejected: 'CANCEL-13',
  cancelWithoutEnd: 'LIFECYCLE-13',
  cancelStarts: 'CANCEL-10',
} as const satisfies Readonly<Record<string, RequirementId>>;

/** The requirements that a sequence can find to fail. */
export const judges: readonly RequirementId[] = [
  ...new Set([
    ...Object.values(broken),
    ...Object.values(rejections).map(({ id }) => id),
    ...Object.values<Row>(differences).flatMap((row) => Object.values(row)),
  ]),
];

/**
 * The requirement that fails when an action differs from the model in the property at `pointer`. The latest update, or the latest other
 * request in the row, should explain it; or else a rejected request, whose own requirement fails when the row has none.
 */
export function brokenRequirement(
  difference: keyof typeof differences,
  since: readonly PriorRequest[],
  pointer: string,
  ignored = false,
): RequirementId {
  const row: Row = differences[difference];
  const changed = since.findLast(({ what }) => what === 'update' || (what !== 'rejected' && row[what]));
  const latest = changed ?? since.findLast(({ what }) => what === 'rejected');
  if (!latest) return row.otherwise;
  const cause = latest.what === 'update' ? causeIn(latest.patch, pointer, ignored) : latest.what;
  return row[cause] ?? (latest.what === 'rejected' ? latest.id : row.otherwise);
}

/** Whether a request after the latest one that sent a property may have changed it as well, so that no one requirement is to blame. */
export function isAmbiguous(since: readonly PriorRequest[], pointer: string): boolean {
  const sent = since.findLastIndex((one) => one.what === 'update' && causeIn(one.patch, pointer, false) !== 'left out');
  return sent >= 0 && sent < since.length - 1;
}

function causeIn(patch: WritableBody, pointer: string, ignored: boolean): Cause {
  const [name = ''] = pointer.split('/');
  const value = member(patch, name);
  if (value === undefined) return 'left out';
  if (value === null) return 'cleared';
  if (name !== pointer && !Object.hasOwn(writtenValues(patch), pointer)) return 'part left out';
  return ignored ? 'ignored' : 'sent';
}
