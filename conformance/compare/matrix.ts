import { basename } from 'node:path';
import { levels, requirements } from '../engine/requirement.js';
import type { NullScore } from '../report/null-score.js';
import { areaOf } from '../report/record.js';
import { runText } from './change-text.js';
import type { ComparedResult, ComparedRun } from './run.js';

type Level = ComparedResult['level'];

/** How many requirements a target passes, of those that apply to it and were selected. */
export interface Score {
  readonly passed: number;
  readonly of: number;
}

/** Requirement × target: outcomes and scores, each with one cell for each target. */
export interface Matrix {
  readonly targets: readonly { readonly label: string; readonly about: string; readonly run: ComparedRun }[];
  readonly levels: readonly {
    readonly level: Level;
    readonly scores: readonly Score[];
    readonly nullServer?: number | undefined;
  }[];
  readonly areas: readonly { readonly area: string; readonly scores: readonly Score[] }[];
  readonly rows: readonly MatrixRow[];
  readonly nullServer?: NullScore | undefined;
}

/** A requirement that at least one run selected. */
export interface MatrixRow {
  readonly id: ComparedResult['id'];
  readonly level: Level;
  /** `undefined` for a run that does not know the requirement. */
  readonly outcomes: readonly (ComparedResult['outcome'] | undefined)[];
}

/** A run to show. */
export interface MatrixRun {
  readonly run: ComparedRun;
  /** The head of its column; the name of the target by default. */
  readonly label?: string | undefined;
  /** What the target is; its URL, class and verdict by default. */
  readonly about?: string | undefined;
}

/** The matrix of some runs, in their order. */
export function matrixOf(runs: readonly MatrixRun[]): Matrix {
  const results = runs.map(({ run }) => new Map(run.results.map((result) => [result.id, result])));
  const all = new Map(results.flatMap((own) => [...own]));
  const rows = [...all.values()]
    .sort((a, b) => place(a.id) - place(b.id))
    .map(({ id, level }) => ({ id, level, outcomes: results.map((own) => own.get(id)?.outcome) }))
    .filter(({ outcomes }) => outcomes.some((one) => one !== undefined && one !== 'not-selected'));
  const scores = (some: readonly MatrixRow[]) =>
    runs.map((_, index) => scoreOf(some.map(({ outcomes }) => outcomes[index])));
  const nullServer = runs.find(({ run }) => run.bestNullServer)?.run.bestNullServer;
  return {
    targets: runs.map(({ label, about, run }) => ({
      label: label ?? labelOf(run, runs),
      about: about ?? runText(run),
      run,
    })),
    levels: levels.map((level) => ({
      level,
      scores: scores(rows.filter((row) => row.level === level)),
      nullServer: nullServer?.passed[level],
    })),
    areas: [...new Set(rows.map(({ id }) => areaOf(id)))].map((area) => ({
      area,
      scores: scores(rows.filter(({ id }) => areaOf(id) === area)),
    })),
    rows,
    nullServer,
  };
}

function scoreOf(outcomes: MatrixRow['outcomes']): Score {
  const count = (...some: readonly string[]) =>
    outcomes.filter((one) => one !== undefined && some.includes(one)).length;
  return { passed: count('passed'), of: count('passed', 'failed', 'inconclusive') };
}

/** Targets with the same name have the names of their files too. */
function labelOf(run: ComparedRun, all: readonly MatrixRun[]): string {
  const isUnique = all.filter((one) => one.label === undefined && one.run.target === run.target).length === 1;
  return isUnique ? run.target : `${run.target} (${basename(run.file)})`;
}

const order = new Map(Object.keys(requirements).map((id, index) => [id, index]));

/** The place of a requirement in the catalogue; those of another catalogue come last. */
function place(id: string): number {
  return order.get(id) ?? order.size;
}
