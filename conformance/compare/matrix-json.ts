import { runHead } from './diff-json.js';
import type { DiffSettings } from './diff-text.js';
import type { Matrix } from './matrix.js';

/** A matrix as JSON text; later versions with the same `schemaVersion` only add members. */
export function matrixJson(
  { targets, levels, areas, rows, nullServer }: Matrix,
  { statement }: Pick<DiffSettings, 'statement'>,
): string {
  const json = {
    schemaVersion: 1,
    targets: targets.map(({ label, about, run }) => ({ label, about, ...runHead(run) })),
    nullServer,
    ...{ levels, areas },
    requirements: rows.map(({ id, level, outcomes }) => ({
      ...{ id, level, statement: statement(id) },
      outcomes: outcomes.map((outcome) => outcome ?? null),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
