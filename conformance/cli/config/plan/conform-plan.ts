import { ConfigurationError } from '../../../engine/errors.js';
import { isLoopback } from '../../../engine/http/policy.js';
import type { Network } from '../../../engine/http/transport/network.js';
import { embeddedNames } from '../../../targets.js';
import type { Io } from '../../io.js';
import { onLastFailed } from '../../last-run/last-failed.js';
import { type FileTarget, fileTargets } from '../config-file.js';
import { type ConformOptions, conformOptions } from '../conform-options.js';
import { defined } from '../defined.js';
import { networkFor, networkNotices } from '../network.js';
import { optionVariable, settings } from '../settings.js';
import { targetUrl } from '../target-url.js';
import { fileTokens, requireOwnTokens } from '../tokens/file-tokens.js';
import { givenTokens, tokenOption } from '../tokens/tokens.js';
import type { PlannedRun } from './planned-run.js';
import { runOptions } from './run-options.js';
import { checkOutputs, filesFor } from './run-outputs.js';
import { ownerOf } from './target-owner.js';

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
