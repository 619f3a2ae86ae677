import { ConfigurationError } from '../../../engine/errors.js';
import { completeOptions, type RunOptions } from '../../../engine/options.js';
import { selection } from '../../../engine/run/selection.js';
import { parseShard, type Shard } from '../../../engine/run/shard.js';
import { parsePosition } from '../../../explore/sequences/position.js';
import type { Io } from '../../io.js';
import { readBaseline } from '../baseline-file.js';
import type { ConformOptions } from '../conform-options.js';
import { defined } from '../defined.js';
import { durationMs } from '../duration.js';
import { requestRate } from '../rate.js';
import { origin } from '../target-url.js';

/** The options of a run as the configuration gives them. @throws ConfigurationError for a value that is none. */
export async function runOptions(given: ConformOptions, io: Pick<Io, 'interrupted'>): Promise<RunOptions> {
  const {
    effort,
    rate,
    maxTime,
    seed,
    concurrency,
    races,
    sequences,
    timeout,
    settle,
    budget,
    patience,
    maxBody,
    only,
    baseline,
    replay,
    shard,
    allowWrites = [],
  } = given;
  return completeOptions({
    ...defined({ effort, seed, concurrency, races, sequences, timeoutMs: timeout, settleMs: settle, budgetMs: budget }),
    ...defined({ rate: requestRate(rate ?? ''), maxTimeMs: durationMs(maxTime ?? '') }),
    ...defined({ patienceMs: patience, maxBodyBytes: maxBody }),
    ...defined({
      only: only && namedBy(only),
      baseline: baseline === undefined ? undefined : await readBaseline(baseline, new Date()),
      replay: replay === undefined ? undefined : checkedPosition(replay, given),
      shard: shard === undefined ? undefined : checkedShard(shard, given),
    }),
    allowWrites: allowWrites.map(origin),
    signal: io.interrupted,
  });
}

/** The position of a sequence, which is only valid together with the seed that generated it. */
function checkedPosition(position: string, { seed, sequences }: ConformOptions): string {
  parsePosition(position);
  if (seed === undefined)
    throw new ConfigurationError('--replay needs the seed of the run that printed it: give it with --seed');
  if (sequences === 0)
    throw new ConfigurationError('--replay and --sequences 0 contradict each other: give only one of them');
  return position;
}

/** The part of a run; all parts have to draw the same values. */
function checkedShard(text: string, { seed, replay }: ConformOptions): Shard {
  const shard = parseShard(text, '--shard');
  if (seed === undefined)
    throw new ConfigurationError(
      '--shard needs --seed: give all parts the same seed, so that they are parts of one run',
    );
  if (replay !== undefined)
    throw new ConfigurationError('--shard and --replay contradict each other: give only one of them');
  return shard;
}

function namedBy(names: readonly string[]): RunOptions['only'] {
  try {
    return selection(names);
  } catch (error) {
    throw error instanceof ConfigurationError ? new ConfigurationError(`--only: ${error.message}`) : error;
  }
}
