import { requirements } from '../../../generated/requirements.js';
import { ConfigurationError } from '../../engine/errors.js';
import type { RequirementId } from '../../engine/requirement.js';
import { runOfRecord } from '../../record/run-of-record.js';
import type { ConformOptions } from '../config/conform-options.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { type LastRun, readLastRun } from './last-run.js';
import { openIn } from './open-requirements.js';

/**
 * The run on what failed or was inconclusive the last time, with the seed of that run, or in a record. Where nothing was, the run stays as
 * it is, as with pytest.
 *
 * @throws ConfigurationError for a record that cannot be read, and without a record for a target of which no last run is kept.
 */
export async function onLastFailed(
  planned: PlannedRun,
  record: string | boolean,
  given: ConformOptions,
): Promise<PlannedRun> {
  const last = typeof record === 'string' ? await inRecord(record) : kept(planned);
  const where = typeof record === 'string' ? `in ${record}` : 'in the last run';
  const { only } = planned.options;
  const open = (last?.open ?? []).filter(({ id }) => Object.hasOwn(requirements, id) && only(requirements[id]));
  const notice = (text: string) => ({ notices: [...planned.notices, `--last-failed: ${text}`] });
  if (!last || open.length === 0)
    return {
      ...planned,
      ...notice(`nothing that is selected failed or was inconclusive ${where}: everything that is selected is checked`),
    };
  const seed = given.seed ?? last.seed;
  const audited = open.filter(({ by }) => by === 'audit').map(({ id }) => id);
  const ids = audited.length > 0 ? last.selected : open.flatMap(({ id, with: others = [] }) => [id, ...others]);
  const wanted = new Set<RequirementId>(ids);
  const { adaptSequences, ...options } = planned.options;
  const bySequences = open.some(({ by }) => by === 'sequences') && given.sequences === undefined;
  const why =
    audited.length > 0
      ? `the audit of everything that the run created found ${audited.join(', ')}, so that run is repeated`
      : `${open.length} ${open.length === 1 ? 'requirement' : 'requirements'} that failed or ${open.length === 1 ? 'was' : 'were'} inconclusive ${where}`;
  return {
    ...planned,
    ...notice(`${why}, with the seed ${seed}`),
    options: {
      ...options,
      seed,
      only: ({ id }) => wanted.has(id),
      // The sequence that showed it is one of so many.
      ...(bySequences ? { sequences: last.sequences } : { adaptSequences: adaptSequences ?? false }),
    },
  };
}

function kept({ ledger, target: { url } }: PlannedRun): LastRun | undefined {
  if (ledger === undefined || url === undefined)
    throw new ConfigurationError(
      '--last-failed needs a target given by its URL, or the record of a run: of mock and reference no run is kept',
    );
  return readLastRun(ledger, url);
}

async function inRecord(path: string): Promise<LastRun> {
  const { run } = await runOfRecord(path);
  const { started, planned, results } = run;
  if (!started)
    throw new ConfigurationError(`--last-failed: the run in ${path} has not begun; give the record of another`);
  const { url, seed, selected } = started;
  return { url, seed, selected, sequences: planned?.sequences ?? 0, open: openIn(results) };
}
