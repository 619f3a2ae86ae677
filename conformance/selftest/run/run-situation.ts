import { type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { defaultOptions } from '../../engine/options.js';
import { faultOf } from '../../engine/run/fault.js';
import type { Result } from '../../engine/run/outcome.js';
import { run } from '../../engine/run/run.js';
import { selection } from '../../engine/run/selection.js';
import { sequences as explorer } from '../../explore/sequences/index.js';
import { paint } from '../../report/format/paint.js';
import { emptyRecord, type RunRecord, recorded } from '../../report/record.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import type { Expected, Situation } from '../situation.js';
import type { Extent, SituationResult } from './report.js';
import { sampled, samples } from './sample.js';

/** Runs the kit in a situation, and compares exit code, outcomes and report with what the situation expects. */
export async function runSituation(
  { name, standing, expected, only, inFull = [], open }: Situation,
  checks: readonly Check[],
  { whole, seed }: Extent,
): Promise<SituationResult> {
  const { sequences, ...share } = samples.situation;
  const every = new Set<RequirementId>([...(expected.fails ?? []), ...inFull]);
  const some = sampled(checks, share, seed).map(
    (check) => (every.has(check.id) && checks.find(({ id }) => id === check.id)) || check,
  );
  const {
    target,
    options,
    foreignWrites = [],
    close,
  } = await open({
    seed,
    sequences: whole ? defaultOptions.sequences : sequences,
    ...(only && { only: selection(only) }),
  });
  let record: RunRecord = emptyRecord;
  try {
    await run(
      whole ? checks : some,
      target,
      options,
      (event) => {
        record = recorded(record, event);
      },
      [explorer],
    );
  } catch (error) {
    record = { ...record, fault: record.fault ?? { type: 'fault', ...faultOf(error) } };
  } finally {
    await close();
  }
  const measured = measuredIn(record, expected);
  const harm = foreignWrites.map((write) => `a write reached an action of another client: ${write}`);
  return { name, standing, ...measured, problems: [...problemsOf(record, measured, expected), ...harm] };
}

type Measured = Omit<SituationResult, 'name' | 'standing' | 'problems'>;

function measuredIn({ results, finished, fault, ...record }: RunRecord, { says = [] }: Expected): Measured {
  const text = reportText({ results, ...record, ...(finished && { finished }), ...(fault && { fault }) });
  return {
    exitCode: fault?.exitCode ?? finished?.exitCode ?? 0,
    failed: results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
    inconclusive: results.filter(isOpen).map(({ id }) => id),
    said: says.flatMap((part) => part.exec(text)?.[0] ?? []),
    ...(finished && { requests: finished.requests }),
  };
}

function problemsOf({ results }: RunRecord, measured: Measured, expected: Expected): readonly string[] {
  const { exitCode, fails = [], mayFail = [], mayBeInconclusive = [], says = [] } = expected;
  const why = (id: RequirementId) => results.find((one) => one.id === id)?.reason.detail ?? 'it was not decided';
  const unexpected = measured.failed.filter((id) => !fails.includes(id) && mayFail !== 'any' && !mayFail.includes(id));
  const open = measured.inconclusive.filter((id) => mayBeInconclusive !== 'any' && !mayBeInconclusive.includes(id));
  return [
    ...(measured.exitCode === exitCode ? [] : [`expected exit code ${exitCode}, received ${measured.exitCode}`]),
    ...fails.filter((id) => !measured.failed.includes(id)).map((id) => `${id} must fail, but does not: ${why(id)}`),
    ...unexpected.map((id) => `${id} (${requirements[id].level}) must not fail: ${why(id)}`),
    ...open.map((id) => `${id} must be decided: ${why(id)}`),
    ...(measured.said.length === says.length
      ? []
      : [`the report must say each of ${says.join(', ')}; it says ${measured.said.join(', ') || 'none of them'}`]),
  ];
}

function isOpen({ level, outcome }: Result): boolean {
  return level === 'MUST' && outcome === 'inconclusive';
}

/** The report as `--verbose` prints it, without line breaks inside a sentence. */
function reportText(record: RunRecord): string {
  return terminalReport(record, {
    paint: paint(false),
    width: 1_000_000,
    verbose: true,
    identities: [],
    statement: (id) => requirements[id].says,
    rerun: () => '',
  });
}
