import type { DiffSettings } from './diff-text.js';
import { type Difference, differs } from './difference.js';
import type { ComparedRun } from './run.js';

/** A difference as JSON text; later versions with the same `schemaVersion` only add members. */
export function diffJson(difference: Difference, { statement }: Pick<DiffSettings, 'statement'>): string {
  const { a, b, verdicts, behaviour, notices } = difference;
  const json = {
    schemaVersion: 1,
    differs: differs(difference),
    a: runHead(a),
    b: runHead(b),
    verdicts: verdicts.map(({ id, level, before, after }) => ({ id, level, statement: statement(id), before, after })),
    behaviour,
    notices,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** What is known of a run besides its results. */
export function runHead({
  file,
  target,
  url,
  class: kind,
  features,
  identities,
  verdict,
  seed,
  digests,
  behaved,
}: ComparedRun) {
  return {
    ...{ file, kind: behaved ? 'record' : 'report', target, url, class: kind, features, identities },
    ...{ verdict: verdict ?? null, seed: seed ?? null, digests },
  };
}
