import { allChecks } from '../checks/registry.js';
import { errorText } from '../engine/errors.js';
import { identities } from '../engine/evidence/exchange.js';
import type { RunOptions } from '../engine/options.js';
import type { RequirementId } from '../engine/requirement.js';
import type { RunEvent } from '../engine/run/events.js';
import { run } from '../engine/run/run.js';
import { type Target, tokenVariable } from '../engine/target.js';
import { sequences } from '../explore/sequences/index.js';
import { type MergedRun, mergedRun } from '../merge/merged-run.js';
import { PartLines, type PartRun } from '../merge/part-run.js';
import { linesOf } from '../record/lines.js';
import { type Lines, linesOfPart, linesOfRecord } from '../record/part-of-record.js';
import {
  decidedDifferences,
  lineDifferences,
  recordedLineDifferences,
  resultDifferences,
  worldDifferences,
} from './compare.js';
import { derivedOnce, type Inspected, inspect, inspectPart, otherContract } from './integrity.js';
import { RecordStage } from './record-stage.js';

/** What verifying a record came to. */
export interface Verification extends Pick<Inspected, 'header' | 'given' | 'digest'> {
  /** Empty if the exchanges give the recorded results. */
  readonly differences: readonly string[];
  readonly exchanges: number;
  readonly results: number;
}

/**
 * Derives the results of a record again: plays the run with its seed and its clock against the recorded exchanges, and compares. Nothing
 * is sent.
 *
 * @throws ConfigurationError for a file that is not a record.
 */
export async function verify(path: string): Promise<Verification> {
  const inspected = await inspect(path);
  const other = otherContract(inspected.header);
  const differences = other !== undefined ? [other] : inspected.isReadable ? await derived(path, inspected) : [];
  const { header, given, digest } = inspected;
  return {
    header,
    given,
    digest,
    differences: [...inspected.differences, ...differences],
    exchanges: inspected.exchanges,
    results: inspected.results.size,
  };
}

async function derived(path: string, inspected: Inspected): Promise<readonly string[]> {
  const { parts } = inspected.header;
  if (!parts) {
    const { differences, order } = await replayed(linesOfRecord(path), inspected);
    return [...differences, ...order];
  }
  const differences: string[] = [];
  const runs: PartRun[] = [];
  for (const [index, header] of parts.entries()) {
    const lines = linesOfPart(path, index + 1, header);
    const { differences: own, run } = await replayed(lines, await inspectPart(lines));
    differences.push(...own.map((difference) => `part ${index + 1}: ${difference}`));
    if (run) runs.push(run);
  }
  const [first, ...others] = runs;
  if (!first || runs.length !== parts.length) return [...differences, 'the parts of the run could not be played again'];
  return [...differences, ...mergeDifferences(inspected, mergedRun([first, ...others], await allChecks()))];
}

/** How the run in a merged record differs from the one that its parts give. */
function mergeDifferences({ results, lines }: Inspected, { beginning, end }: MergedRun): readonly string[] {
  return [...beginning, ...end].flatMap((line) =>
    line.type === 'decided'
      ? decidedDifferences(results.get(line.result.id), line.result)
      : recordedLineDifferences(lines.get(line.type), line),
  );
}

/** What a run that was played again came to; without `run` if it did not finish. */
interface Replayed {
  readonly differences: readonly string[];
  /** How the order of the results differs. */
  readonly order: readonly string[];
  readonly run: PartRun | undefined;
}

async function replayed(
  lines: Lines,
  record: Omit<Inspected, 'exchanges' | 'digest' | 'differences' | 'isReadable'>,
): Promise<Replayed> {
  const { given, worlds, lines: recorded, results } = record;
  const differences: string[] = [];
  // A run that ended early was about to play what the record does not have.
  const isWhole = recorded.has('finished');
  const stage = new RecordStage(lines, given, worlds, isWhole, (what) => {
    if (isWhole) differences.push(what);
  });
  const again = new Set<RequirementId>();
  const all = new PartLines();
  const emit = (event: RunEvent) => {
    if (event.type === 'played') {
      const world = stage.leave(event);
      if (world) differences.push(...worldDifferences(world, event));
      return;
    }
    for (const line of linesOf(event)) all.add(line);
    if (event.type === 'decided') {
      again.add(event.result.id);
      if (isWhole || results.has(event.result.id))
        differences.push(...resultDifferences(results.get(event.result.id), event));
    } else if (isWhole && event.type !== 'progress' && compared.has(event.type))
      differences.push(...lineDifferences(recorded.get(event.type), event));
  };
  const only = new Set<string>(given.only);
  const options: RunOptions = { ...given.options, only: ({ id }) => only.has(id) };
  const explorers = options.sequences > 0 ? [sequences] : [];
  const checks = await allChecks();
  const playing = run(checks, targetOf(record), options, emit, explorers, stage).then(
    () => undefined,
    (error: unknown) => {
      if (isWhole) differences.push(`the run could not be played again: ${errorText(error)}`);
    },
  );
  await Promise.all([playing.then(() => stage.close()), stage.feed()]);
  for (const id of results.keys())
    if (!again.has(id)) differences.push(`${id}: the record has its result, but the exchanges do not give one`);
  // Cases that end at the same time are decided in either order.
  const cases = new Set(checks.filter(({ kind }) => kind === 'case').map(({ id }) => id));
  const isOrdered = (id: RequirementId) => {
    const { outcome, reason } = results.get(id) ?? {};
    const isPlayed = outcome !== 'not-selected' && (outcome !== 'not-applicable' || reason?.kind === 'not-observed');
    return !cases.has(id) || !isPlayed;
  };
  const [before, after] = [[...results.keys()], [...again]].map((ids) => ids.filter(isOrdered));
  return { differences, order: orderDifferences(before ?? [], after ?? []), run: all.run };
}

/** The first place at which the same results were decided in another order. */
function orderDifferences(recorded: readonly RequirementId[], derived: readonly RequirementId[]): readonly string[] {
  const at = recorded.findIndex((id, index) => id !== derived[index]);
  const [before, after] = [recorded[at], derived[at]];
  if (before === undefined || after === undefined) return [];
  return [
    `${before} is result ${at + 1} of those that no case decides in the record, but the exchanges give ${after} there`,
  ];
}

const compared: ReadonlySet<RunEvent['type']> = new Set(derivedOnce);

/** The target of the run, with the names of its tokens in place of them. */
function targetOf({ given, started }: Pick<Inspected, 'given' | 'started'>): Target {
  const known = identities.filter((identity) => given.identities.includes(identity));
  return {
    name: started.target,
    url: started.url,
    tokens: Object.fromEntries(known.map((identity) => [identity, `$${tokenVariable(identity)}`])),
    declared: given.declared,
    routing: given.routing,
  };
}
