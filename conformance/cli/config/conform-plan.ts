import { ConfigurationError } from '../../engine/errors.js';
import { isLoopback } from '../../engine/http/policy.js';
import type { Network } from '../../engine/http/transport/network.js';
import { completeOptions, type RunOptions } from '../../engine/options.js';
import { selection } from '../../engine/run/selection.js';
import { parseShard, type Shard } from '../../engine/run/shard.js';
import type { Target } from '../../engine/target.js';
import { parsePosition } from '../../explore/sequences/position.js';
import { type EmbeddedName, embeddedNames } from '../../targets.js';
import type { Io } from '../io.js';
import { onLastFailed } from '../last-run/last-failed.js';
import type { ShownConfig } from '../print-config.js';
import { readBaseline } from './baseline-file.js';
import { type FileTarget, fileTargets } from './config-file.js';
import { type ConformOptions, conformOptions } from './conform-options.js';
import { durationMs } from './duration.js';
import { declaredFeatures } from './features.js';
import { networkFor, networkNotices } from './network.js';
import { requestRate } from './rate.js';
import { checkRecordable, checkWritable, fileFor } from './report-file.js';
import { type ReportFiles, reportFiles } from './report-options.js';
import { optionVariable, settings } from './settings.js';
import { origin, targetUrl } from './target-url.js';
import { type FileTokens, fileTokens, requireOwnTokens } from './tokens/file-tokens.js';
import { givenTokens, tokenOption } from './tokens/tokens.js';

/** One run, complete and checked. */
export interface PlannedRun {
  readonly name: EmbeddedName | 'url';
  /** What the user says about the target; an embedded target brings its own URL and tokens. */
  readonly target: Pick<Target, 'tokens' | 'declared' | 'routing' | 'network'> & { readonly url?: string };
  readonly options: RunOptions;
  readonly files: ReportFiles;
  /** The file of the record. */
  readonly record?: string;
  readonly writeBaseline?: string;
  /** The folder of ledgers, for a target whose actions survive this process. */
  readonly ledger?: string;
  readonly notices: readonly string[];
  /** What a rerun command repeats: the options without those of a file, and the name of a target in it. */
  readonly rerun: { readonly target?: string; readonly options: ConformOptions };
  /** Where tokens come from that are got when the run starts. */
  readonly tokenSources?: FileTokens['sources'];
  /** For `--print-config`. */
  readonly shown: ShownConfig;
}

/** Reads the whole configuration and sends nothing. @throws ConfigurationError for the first mistake in it. */
export async function planConform(
  target: string | undefined,
  flags: ConformOptions,
  io: Io,
): Promise<readonly PlannedRun[]> {
  if (flags.verbose && flags.quiet)
    throw new ConfigurationError('--verbose and --quiet contradict each other: give only one of them');
  const config = flags.config ?? (io.env[optionVariable(conformOptions.config)] || undefined);
  const configured = await fileTargets(target, config, io.env);
  const { byOption } = givenTokens(flags, {});
  requireOwnTokens(configured ?? [], byOption, io.env);
  const runs: PlannedRun[] = [];
  if (configured) for (const one of configured) runs.push(await planFileTarget(one, configured.length > 1, flags, io));
  else runs.push(...(await planTarget(target, flags, io)));
  const { lastFailed } = flags;
  if (flags.watch && (runs.length !== 1 || runs[0]?.target.url === undefined))
    throw new ConfigurationError('--watch needs one target, given by its URL or by its name in the configuration file');
  if (lastFailed !== undefined && lastFailed !== false) {
    if (flags.replay !== undefined)
      throw new ConfigurationError('--last-failed and --replay contradict each other: give only one of them');
    const last = await Promise.all(runs.map((run) => onLastFailed(run, lastFailed, flags)));
    runs.splice(0, runs.length, ...last);
  }
  for (const run of runs) await checkOutputs(run);
  return runs;
}

/** The run on a target of a configuration file; a report file has its name when there are others. */
async function planFileTarget(
  file: FileTarget,
  isOneOfMany: boolean,
  flags: ConformOptions,
  io: Io,
): Promise<PlannedRun> {
  const { options: given, sources } = settings(flags, io.env, file);
  const base = fileUrl(file);
  const url = new URL(base);
  const network = await networkFor(url, given, io.env);
  const fromElsewhere = givenTokens(flags, io.env).tokens;
  const { tokens, sources: tokenSources } = fileTokens(file, fromElsewhere, network);
  const options = await runOptions(given, io);
  // Without the file: the rerun command names it, and what it says may change.
  const { options: repeated } = settings(flags, io.env);
  return {
    name: 'url',
    target: { ...ownerOf(given), tokens, network, url: base },
    options,
    ...filesFor(flags, isOneOfMany ? file.name : undefined),
    ledger: ledgerFolder(given),
    notices: noticesFor(url, options.allowWrites, network),
    rerun: { target: file.name, options: repeated },
    tokenSources,
    shown: {
      title: `${file.name} (${file.at()})`,
      url: base,
      urlSource: `file ${file.at('url')}`,
      given,
      sources,
      file,
    },
  };
}

/** The files that a run writes; with the name of its target when there are other targets. */
function filesFor(
  flags: ConformOptions,
  target: string | undefined,
): Pick<PlannedRun, 'files' | 'record' | 'writeBaseline'> {
  const named = Object.entries(outputs(flags)).map(([name, path]) => [
    name,
    target === undefined ? path : fileFor(path, target),
  ]);
  const { record, writeBaseline, ...files }: Outputs = Object.fromEntries(named);
  return { files, ...defined({ record, writeBaseline }) };
}

function fileUrl({ url, at }: FileTarget): string {
  try {
    return targetUrl(url);
  } catch (error) {
    throw error instanceof ConfigurationError
      ? new ConfigurationError(`--config ${at('url')}: ${error.message}`)
      : error;
  }
}

/** The run on a target that the command line names, or those on the embedded targets. */
async function planTarget(target: string | undefined, flags: ConformOptions, io: Io): Promise<readonly PlannedRun[]> {
  const names = target === undefined ? embeddedNames : embeddedNames.filter((name) => name === target);
  const url = target === undefined || names.length > 0 ? undefined : targetUrl(target);
  const { tokens, byOption } = givenTokens(flags, url === undefined ? {} : io.env);
  const [unused] = url === undefined ? byOption : [];
  if (unused)
    throw new ConfigurationError(
      `--${tokenOption(unused)} needs a target given by its URL: mock and reference have tokens of their own`,
    );
  const { options: given, sources } = settings(flags, io.env);
  const options = await runOptions(given, io);
  const network = url === undefined ? undefined : await networkFor(new URL(url), given, io.env);
  const owner = { tokens, ...ownerOf(given), ...defined({ url, network }) };
  return (url === undefined ? names : ['url' as const]).map((name) => {
    const files = filesFor(flags, names.length > 1 ? name : undefined);
    const notices = url === undefined ? [] : noticesFor(new URL(url), options.allowWrites, network);
    const shown = { title: url ?? name, ...defined({ url }), urlSource: 'argument', given, sources };
    const ledger = url === undefined ? {} : { ledger: ledgerFolder(given) };
    return { name, target: owner, options, ...files, ...ledger, notices, rerun: { options: given }, shown };
  });
}

/** The folder in which the ledger of a run is. */
export function ledgerFolder({ ledger = conformOptions.ledger.default ?? '' }: ConformOptions): string {
  return ledger;
}

/** What the user says about the target beside its URL, tokens and network. */
function ownerOf({ vendor, provider, actionName, parameters, offers, lacks }: ConformOptions) {
  const pairs = parameters?.map(parameter);
  const routing = { vendor, provider, actionName: actionName?.[0], actionNames: actionName, parameters: pairs };
  return { declared: declaredFeatures(offers, lacks), routing: defined(routing) };
}

type Outputs = ReportFiles & Pick<ConformOptions, 'record' | 'writeBaseline'>;

/** The files that the options name. @throws ConfigurationError when two options name the same file. */
function outputs(given: ConformOptions): Outputs {
  const { record, writeBaseline } = given;
  const named = { ...reportFiles(given), ...defined({ record, writeBaseline }) };
  const flags = new Map<string, string>();
  for (const [name, path] of Object.entries(named)) {
    const earlier = flags.get(path);
    if (earlier !== undefined)
      throw new ConfigurationError(`${earlier} and ${flagOf(name)} both name "${path}": give each its own file`);
    flags.set(path, flagOf(name));
  }
  return named;
}

/** @throws ConfigurationError for a file that cannot be written. */
async function checkOutputs({ files, record, writeBaseline }: PlannedRun): Promise<void> {
  for (const [name, path] of Object.entries({ ...files, ...defined({ writeBaseline }) }))
    await checkWritable(flagOf(name), path);
  if (record !== undefined) await checkRecordable(record);
}

function flagOf(name: string): string {
  const { flags } = conformOptions[name as keyof ConformOptions];
  return flags.split(' ')[0] ?? name;
}

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

/** @throws ConfigurationError for a value of `--parameters` that is not a name and a value. */
function parameter(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  if (at > 0) return { name: text.slice(0, at), value: text.slice(at + 1) };
  throw new ConfigurationError(`--parameters "${text}" is not a parameter: expected name=value, such as IP=192.0.2.1`);
}

/** The members that are not `undefined`. */
function defined<Members extends object>(members: Members): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
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

function noticesFor(url: URL, allowed: readonly string[], network: Network = {}): readonly string[] {
  return [...networkNotices(url, network), ...writeNotices(url, allowed)];
}

function writeNotices(url: URL, allowed: readonly string[]): readonly string[] {
  if (isLoopback(url) || allowed.includes(url.origin)) return [];
  const named = allowed.length > 0 ? ` (--allow-writes names ${allowed.join(', ')})` : '';
  return [
    `${url.origin} is a remote target${named}: the kit sends it only GET requests; to allow writing requests, give --allow-writes ${url.origin}`,
  ];
}
