import { ConfigurationError } from '../../engine/errors.js';
import { isLoopback } from '../../engine/http/policy.js';
import { defaultOptions, type RunOptions, randomSeed } from '../../engine/options.js';
import { selection } from '../../engine/run/selection.js';
import type { Target } from '../../engine/target.js';
import { placeIn } from '../../explore/sequences/replay.js';
import { type EmbeddedName, embeddedNames } from '../../targets.js';
import type { ConformOptions } from '../commands/conform.js';
import type { Io } from '../io.js';
import { declaredFeatures } from './features.js';
import { checkWritable, fileFor } from './report-file.js';
import { origin, targetUrl } from './target-url.js';
import { givenTokens, tokenOption } from './tokens.js';

/** One run that the command line asks for, with every mistake in it already told. */
export interface PlannedRun {
  readonly name: EmbeddedName | 'url';
  /** What its owner gives; of an embedded target only what is declared. */
  readonly target: Pick<Target, 'tokens' | 'declared' | 'routing'> & { readonly url?: string };
  readonly options: RunOptions;
  readonly json?: string;
  readonly junit?: string;
  readonly notices: readonly string[];
}

/** Reads the whole configuration. @throws ConfigurationError for the first mistake in it; nothing has been sent then. */
export async function planConform(
  target: string | undefined,
  given: ConformOptions,
  io: Io,
): Promise<readonly PlannedRun[]> {
  const names = target === undefined ? embeddedNames : embeddedNames.filter((name) => name === target);
  const url = target === undefined || names.length > 0 ? undefined : targetUrl(target);
  const { tokens, byOption } = givenTokens(given, url === undefined ? {} : io.env);
  const [stray] = url === undefined ? byOption : [];
  if (stray)
    throw new ConfigurationError(
      `--${tokenOption(stray)} is for a target given by its URL: mock and reference bring their own tokens`,
    );
  if (given.verbose && given.quiet)
    throw new ConfigurationError('--verbose and --quiet contradict each other: leave out one of them');
  const allowWrites = (given.allowWrites ?? []).map(origin);
  const options: RunOptions = {
    ...defaultOptions,
    only: given.only ? onlyThese(given.only) : defaultOptions.only,
    seed: given.seed ?? randomSeed(),
    concurrency: given.concurrency ?? defaultOptions.concurrency,
    timeoutMs: given.timeout ?? defaultOptions.timeoutMs,
    settleMs: given.settle ?? defaultOptions.settleMs,
    sequences: given.sequences ?? defaultOptions.sequences,
    budgetMs: given.budget ?? defaultOptions.budgetMs,
    ...(given.replay !== undefined && { replay: replayable(given.replay, given) }),
    races: given.races ?? defaultOptions.races,
    allowWrites,
    signal: io.interrupted,
  };
  const { vendor, provider, actionName } = given;
  const owner = {
    tokens,
    declared: declaredFeatures(given.offers, given.lacks),
    routing: { vendor, provider, actionName },
    url,
  };
  if (given.json !== undefined && given.json === given.junit)
    throw new ConfigurationError(`--json and --junit both name "${given.json}": give each its own file`);
  const runs = (url === undefined ? names : ['url' as const]).map((name) => ({
    name,
    target: owner,
    options,
    ...(given.json !== undefined && { json: names.length > 1 ? fileFor(given.json, name) : given.json }),
    ...(given.junit !== undefined && { junit: names.length > 1 ? fileFor(given.junit, name) : given.junit }),
    notices: url === undefined ? [] : writeNotices(new URL(url), allowWrites),
  }));
  for (const { json, junit } of runs) {
    if (json !== undefined) await checkWritable('--json', json);
    if (junit !== undefined) await checkWritable('--junit', junit);
  }
  return runs;
}

/** The place of a sequence; it means something only with the seed it was drawn from. */
function replayable(place: string, { seed, sequences }: ConformOptions): string {
  placeIn(place);
  if (seed === undefined)
    throw new ConfigurationError('--replay needs the seed of the run that printed it: give it with --seed');
  if (sequences === 0)
    throw new ConfigurationError('--replay and --sequences 0 contradict each other: leave out one of them');
  return place;
}

function onlyThese(names: readonly string[]): RunOptions['only'] {
  try {
    return selection(names);
  } catch (error) {
    throw error instanceof ConfigurationError ? new ConfigurationError(`--only: ${error.message}`) : error;
  }
}

function writeNotices(url: URL, allowed: readonly string[]): readonly string[] {
  if (isLoopback(url) || allowed.includes(url.origin)) return [];
  const named = allowed.length > 0 ? `, and --allow-writes names only ${allowed.join(', ')}` : '';
  return [
    `${url.origin} is not on this machine${named}: it is only read; allow writes with --allow-writes ${url.origin}`,
  ];
}
