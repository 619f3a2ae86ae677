import pLimit from 'p-limit';
import type { RequirementId } from '../../../../generated/requirements.js';
import { unlessInconclusive } from '../../errors.js';
import { attachExchange } from '../../judge/judge.js';
import { idsIn } from '../../world/pages.js';
import type { World } from '../../world/world.js';
import type { Discovery } from '../explorer.js';
import { type Audited, type Failure, failureOf, grouped } from './audit-failure.js';
import { changingProperties } from './changing-properties.js';
import type { KnownAction } from './known-action.js';
import { listedPages, missingInList } from './missing-in-list.js';
import { repeatedCreates } from './repeated-creates.js';

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
  'SURFACE-1',
];

/** Those of them that the list and the creates show, without a get. */
export const foundInList: readonly RequirementId[] = ['CREATE-5', 'CREATE-10', 'SURFACE-1'];

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
  const compared = actions.map(({ known }) => known);
  const pages = await listedPages(world, compared);
  if (!pages) return summarized(found, actions.length);
  const missing = await missingInList(world, actions, pages, async (late) => {
    if (!isPatient) await limit.map(late, ({ known }) => settled(world, known, settleMs));
  });
  return summarized([...found, ...missing, ...repeatedCreates(compared, pages)], actions.length);
}

/** Reads the list, and by id only what it does not show when that has settled. */
async function auditOfList(world: World, all: readonly KnownAction[], settleMs: number): Promise<readonly Discovery[]> {
  const pages = await listedPages(world, all);
  if (!pages) return [];
  const ids = idsIn(pages);
  const actions: Audited[] = [];
  for (const known of all.filter(({ id }) => !ids.has(id)).slice(0, maxActions.list)) {
    await settled(world, known, settleMs);
    actions.push(...(await read(world, known)));
  }
  const later = actions.length === 0 ? pages : ((await listedPages(world, all)) ?? []);
  const missing = later.length === 0 ? [] : await missingInList(world, actions, later, async () => undefined);
  return summarized([...missing, ...repeatedCreates(all, pages)], all.length);
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
