import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from '../../../generated/requirements.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { RunRecord } from '../../report/record.js';
import { makeIgnored } from '../ledger/ledger-file.js';
import { type OpenRequirement, openIn } from './open-requirements.js';

/** What is kept of the last run on a target. */
export interface LastRun {
  readonly url: string;
  /** Seed, sequences and selection of the last run that left something open. */
  readonly seed: number;
  readonly sequences: number;
  readonly selected: readonly RequirementId[];
  readonly open: readonly OpenRequirement[];
}

/** The file in the folder of ledgers, and how many targets it keeps. */
const fileName = 'last-run.json';
const mostTargets = 20;

/** The last run on a target; `undefined` if none is kept. */
export function readLastRun(folder: string, url: string): LastRun | undefined {
  return read(folder).find((one) => one.url === url);
}

/**
 * Keeps what a run left open. A requirement that the run did not decide stays as the run before left it, unless the contract no longer has
 * it.
 */
export function keepLastRun(folder: string, url: string, run: RunRecord, selected: readonly RequirementId[]): void {
  const { started, planned, results } = run;
  if (!started || !planned) return;
  const all = read(folder);
  const before = all.find((one) => one.url === url);
  const decided = new Set(results.filter(({ outcome }) => outcome !== 'not-selected').map(({ id }) => id));
  const open = openIn(results);
  if (open.length === 0 && !before) return;
  const left = before?.open.filter(({ id }) => Object.hasOwn(requirements, id) && !decided.has(id)) ?? [];
  const now = { url, seed: started.seed, sequences: planned.sequences, selected };
  const kept: LastRun = { ...(open.length > 0 ? now : (before ?? now)), open: [...open, ...left] };
  const targets = [kept, ...all.filter((one) => one.url !== url)].slice(0, mostTargets);
  makeIgnored(folder);
  const unfinished = join(folder, `${fileName}.${process.pid}.tmp`);
  writeFileSync(unfinished, `${JSON.stringify({ lastRuns: 1, targets }, undefined, 2)}\n`);
  renameSync(unfinished, join(folder, fileName));
}

/** What the file keeps; nothing if it cannot be read, because it only says where to begin. */
function read(folder: string): readonly LastRun[] {
  try {
    const { lastRuns, targets } = JSON.parse(readFileSync(join(folder, fileName), 'utf8'));
    return lastRuns === 1 && Array.isArray(targets) ? targets : [];
  } catch {
    return [];
  }
}
