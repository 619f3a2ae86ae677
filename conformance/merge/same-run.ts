import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../engine/errors.js';
import { undivided } from '../engine/run/shard.js';
import type { Header } from '../record/lines.js';
import type { PartRun } from './part-run.js';

/** A record that is to be merged. */
export interface Part {
  readonly path: string;
  readonly header: Header;
  readonly run: PartRun;
}

/** Orders the parts of one run. @throws ConfigurationError for records that are not the parts of one run, each once. */
export function inOrder(parts: readonly Part[]): readonly Part[] {
  for (const part of parts) requireShard(part);
  const [first] = parts;
  if (!first) throw new ConfigurationError('there is nothing to merge: give the records of all parts of a run');
  for (const other of parts.slice(1)) requireSameRun(first, other);
  const { of } = shardOf(first);
  const byNumber = new Map<number, Part>();
  for (const part of parts) {
    const number = shardOf(part).part;
    const earlier = byNumber.get(number);
    if (earlier)
      throw refused(`${earlier.path} and ${part.path} are both part ${number} of ${of}: give each part once`);
    byNumber.set(number, part);
  }
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw refused(
      `${missing.length === 1 ? 'part' : 'parts'} ${missing.join(', ')} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing: give the records of all parts`,
    );
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

function refused(what: string): ConfigurationError {
  return new ConfigurationError(`the records cannot be merged: ${what}`);
}

function requireShard({ path, header }: Part): void {
  if (header.parts) throw refused(`${path} was merged already: give the records of the parts themselves`);
  if (!header.shard) throw refused(`${path} has a whole run: expected one that conform --shard has written`);
}

function shardOf({ header }: Part): { readonly part: number; readonly of: number } {
  return header.shard ?? undivided;
}

/** Settings that differ between the parts of one run. */
const ownSettings: ReadonlySet<string> = new Set(['shard', 'ledger', 'verbose']);

function requireSameRun(first: Part, other: Part): void {
  const differ = (what: string, a: unknown, b: unknown) => {
    if (!isDeepStrictEqual(a, b))
      throw refused(
        `${first.path} and ${other.path} have different ${what}: ${shown(a)} and ${shown(b)}; run all parts in the same way`,
      );
  };
  differ('versions of the kit', first.header.kit, other.header.kit);
  differ('contracts', first.header.digests.contract, other.header.digests.contract);
  differ('catalogues of requirements', first.header.digests.catalogue, other.header.digests.catalogue);
  differ('targets', first.run.started.url, other.run.started.url);
  differ('names of the target', first.header.target, other.header.target);
  differ('seeds', first.run.started.seed, other.run.started.seed);
  differ('numbers of parts', shardOf(first).of, shardOf(other).of);
  for (const name of new Set([...Object.keys(first.header.settings), ...Object.keys(other.header.settings)]))
    if (!ownSettings.has(name))
      differ(`settings of ${name}`, first.header.settings[name]?.value, other.header.settings[name]?.value);
  differ('selections', first.run.given.only, other.run.given.only);
  differ('options', comparable(first), comparable(other));
  differ('tokens', first.run.given.identities, other.run.given.identities);
  differ('permissions to write', first.run.given.writes, other.run.given.writes);
  differ('classes of the target', first.run.probed.class, other.run.probed.class);
}

/** The options of a run, without the part and the day on which its baseline was read. */
function comparable({ run }: Part): object {
  const { shard, baseline, runId, ...options } = run.given.options;
  return { ...options, ...(baseline && { baseline: { file: baseline.file, entries: baseline.entries } }) };
}

function shown(value: unknown): string {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
