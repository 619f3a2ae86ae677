import pLimit from 'p-limit';
import type { RequirementId } from '../../../../generated/requirements.js';
import { isFinalStatus, isStatus, statuses } from '../../../model/lifecycle.js';
import { fixedProperties, ownProgress } from '../../../model/property-groups.js';
import { continues, differing, historyOf } from '../../../model/shown-action.js';
import { unlessInconclusive } from '../../errors.js';
import { brief } from '../../evidence/brief.js';
import { shownId } from '../../evidence/lenient.js';
import { replyOf } from '../../evidence/recorded-exchange.js';
import type { Reply } from '../../evidence/reply.js';
import { isObject, isSuccess, member } from '../../evidence/reply.js';
import { attachExchange } from '../../judge/judge.js';
import type { Finding } from '../../judge/violation.js';
import { changedByReading } from '../../world/changed-by-reading.js';
import { elementsOf, idOf, type World } from '../../world/world.js';
import type { Discovery } from '../explorer.js';
import type { KnownAction, RepeatedIds } from './audit-log.js';

/** The requirements that the audit can find to fail (decision 0057). */
export const audited: readonly RequirementId[] = [
  'GET-1',
  'GET-2',
  'CREATE-5',
  'CREATE-10',
  'LIFECYCLE-2',
  'LIFECYCLE-3',
  'LIFECYCLE-7',
  'LIFECYCLE-13',
  'RESOURCE-18',
];

/** Those of them that the list and the creates show, without a get. */
export const foundInList: readonly RequirementId[] = ['CREATE-5', 'CREATE-10'];

/** Most actions that are read by id. */
const maxActions = { patient: 1_000, 'at once': 100, list: 100 };

/** How the audit reads: everything by id, or only the list; `patient` waits until everything has settled. */
export type AuditKind = 'list' | 'at once' | 'patient';

interface AuditOptions {
  readonly concurrency: number;
  readonly settleMs: number;
  /** `at once` reads again what differs, when it has settled; `list` reads by id only what the list does not show. */
  readonly kind?: AuditKind;
  /** Called for each action that was read; the audit goes on with others meanwhile. */
  readonly done?: (id: string) => Promise<void>;
}

/** A response that shows an action, or that a get found none. */
type Shown = Pick<Reply, 'status' | 'body' | 'json' | 'exchange'>;

/** One action of the audit, and what shows it now. */
interface Audited {
  readonly known: KnownAction;
  readonly reply: Shown;
}

/** Reads actions by id and in the list, and compares them with what the run last knew. Returns the first failure of each kind. */
export async function audit(
  world: World,
  all: readonly KnownAction[],
  { concurrency, settleMs, kind = 'patient', done = async () => undefined }: AuditOptions,
): Promise<readonly Discovery[]> {
  if (kind === 'list') return auditOfList(world, all, settleMs);
  const isPatient = kind === 'patient';
  const most = maxActions[kind];
  const step = Math.max(1, all.length / most);
  const chosen = Array.from({ length: Math.min(all.length, most) }, (_, index) => all[Math.floor(index * step)])
    .filter((known) => known !== undefined)
    // Those that were written last have the longest time to settle.
    .toSorted((a, b) => a.writtenAt - b.writtenAt);
  const limit = pLimit(concurrency);
  const left: KnownAction[] = [];
  const first = await limit.map(chosen, async (known) => {
    if (isPatient) await settled(world, known, settleMs);
    const shown = await read(world, known);
    // What is done with an action may change what a get shows, so one that differs is read again before.
    if (isPatient && !shown.some((one) => failureOf(one, [], []))) await done(known.id);
    else left.push(known);
    return shown;
  });
  let actions = first.flat();
  if (!isPatient) {
    const before = actions;
    const again = await limit.map(before, async (one) => {
      if (!failureOf(one, before, [])) return [one];
      await settled(world, one.known, settleMs);
      return read(world, one.known);
    });
    actions = again.flat();
  }
  const changing = await changingProperties(world, actions);
  await limit.map(left, ({ id }) => done(id));
  const found = actions.flatMap((one) => failureOf(one, actions, changing) ?? []);
  const missing = await missingInList(world, actions, async (late) => {
    if (!isPatient) await limit.map(late, ({ known }) => settled(world, known, settleMs));
  });
  return summarized([...found, ...missing], actions.length);
}

/** Reads the list, and by id only what it does not show when that has settled. */
async function auditOfList(world: World, all: readonly KnownAction[], settleMs: number): Promise<readonly Discovery[]> {
  const ids = await listedIds(world);
  const actions: Audited[] = [];
  for (const known of ids ? all.filter(({ id }) => !ids.has(id)).slice(0, maxActions.list) : []) {
    await settled(world, known, settleMs);
    actions.push(...(await read(world, known)));
  }
  return summarized(await missingInList(world, actions, async () => undefined), all.length);
}

/** Waits until the settle time after the last write to the action is over. */
async function settled(world: World, { writtenAt }: KnownAction, settleMs: number): Promise<void> {
  const left = Number.isFinite(writtenAt) ? writtenAt + settleMs - world.clock.now() : 0;
  if (left > 0) await world.clock.sleep(Math.min(left, settleMs));
}

async function read(world: World, known: KnownAction): Promise<Audited[]> {
  const reply = await unlessInconclusive(world.get(known.id));
  return reply ? [{ known, reply }] : [];
}

type Failure = { readonly id: RequirementId; readonly reply: Shown } & Pick<
  Finding,
  'message' | 'expected' | 'received' | 'at'
>;

function failureOf(
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
  if (!isSuccess(reply) || !isObject(body) || body.id !== id) return undefined;
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

/** How many actions that seem to have changed are read again, for each requirement, and how often. */
const rereads = { actions: 10, times: 2 };

/**
 * The properties that change from one get of an action to the next where it seems to have changed: SURFACE-12 and RESOURCE-14 judge that,
 * and they are only SHOULDs. A finished action that shows its end again is such a one; RESOURCE-14 and LIFECYCLE-2 judge its statuses.
 */
async function changingProperties(world: World, actions: readonly Audited[]): Promise<readonly string[]> {
  const failures = grouped(actions.flatMap((one) => failureOf(one, actions, []) ?? []));
  const names = new Set<string>();
  for (const id of ['RESOURCE-18', 'LIFECYCLE-3', 'LIFECYCLE-13'] as const) {
    const failed = new Set(failures.get(id)?.map(({ reply }) => reply));
    for (const { known, reply } of actions.filter((one) => failed.has(one.reply)).slice(0, rereads.actions))
      for (let time = 1; time <= rereads.times; time++) {
        if (id !== 'RESOURCE-18' && names.has('status')) break;
        const again = await unlessInconclusive(world.get(known.id));
        if (!again) continue;
        if (id === 'RESOURCE-18') for (const name of differing(again.body, reply.body)) names.add(name);
        else if (showsEnd(known, member(again.body, 'status'))) names.add('status');
      }
  }
  // A property that the first get of an action has changed is the same in all further ones.
  if (failures.has('RESOURCE-18'))
    for (const name of (await unlessInconclusive(changedByReading(world))) ?? [])
      if (name !== 'status') names.add(name);
  return [...names];
}

function showsEnd({ final }: KnownAction, status: unknown): boolean {
  return final === undefined ? isFinalStatus(status) : status === final;
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

/** The ids of the elements of the list; `undefined` if it cannot be read to its end. */
async function listedIds(world: World): Promise<ReadonlySet<unknown> | undefined> {
  const walk = await unlessInconclusive(world.walk());
  const isWhole = walk?.pages.every(
    ({ status, body, exchange }) =>
      isSuccess({ status }) && Array.isArray(member(body, 'value')) && exchange.response?.cutAt === undefined,
  );
  const ids = new Set(walk?.end === 'last' && isWhole ? elementsOf(walk.pages).map(({ id }) => id) : []);
  return ids.size === 0 ? undefined : ids;
}

/** The actions that a get shows and two complete reads of the list do not; `settled` is awaited between the two. */
async function missingInList(
  world: World,
  actions: readonly Audited[],
  settled: (missing: readonly Audited[]) => Promise<void>,
): Promise<readonly Failure[]> {
  let missing = actions.filter(({ known, reply }) => member(reply.body, 'id') === known.id);
  for (let read = 1; read <= 2 && missing.length > 0; read++) {
    const ids = await listedIds(world);
    if (!ids) return [];
    missing = missing.filter(({ known }) => !ids.has(known.id));
    if (read === 1 && missing.length > 0) await settled(missing);
  }
  return missing.map(({ known, reply }) => ({
    id: 'CREATE-10',
    reply,
    message: 'a created action is in no page of the list',
    expected: `an element with the id ${known.id}`,
    received: 'no such element',
    at: '/value',
  }));
}

/** Two creates of the run, whichever cases sent them, returned one id. */
export function repeatedIds(repeated: RepeatedIds | undefined): readonly Discovery[] {
  if (!repeated) return [];
  const { first, times } = repeated;
  const id = first.response && idOf(replyOf(first, first.response));
  const message = `creates with different bodies returned an id that an earlier create had returned (${times} times in this run)`;
  const finding: Finding = { message, expected: 'an id that no other action has', received: String(id), at: '/id' };
  return [{ id: 'CREATE-5', finding: { ...attachExchange(finding, first), input: 'audit' } }];
}

/** One finding for each requirement, with the number of actions that it is about. */
function summarized(failures: readonly Failure[], actions: number): readonly Discovery[] {
  return [...grouped(failures)].flatMap(([id, all]): Discovery[] => {
    const [first] = all;
    if (!first) return [];
    const { reply, id: _, message, ...finding } = first;
    const text = `at the end of the run, ${message} (${all.length} of the ${actions} actions that were compared)`;
    return [{ id, finding: { ...attachExchange({ ...finding, message: text }, reply.exchange), input: 'audit' } }];
  });
}

function grouped(failures: readonly Failure[]): ReadonlyMap<RequirementId, readonly Failure[]> {
  const byId = new Map<RequirementId, Failure[]>();
  for (const failure of failures) byId.set(failure.id, [...(byId.get(failure.id) ?? []), failure]);
  return byId;
}
