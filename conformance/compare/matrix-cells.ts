import type { Matrix, MatrixRow, Score } from './matrix.js';

/** The outcome of a requirement as a cell. */
export function outcomeText(outcome: MatrixRow['outcomes'][number]): string {
  if (outcome === 'not-applicable') return 'n/a';
  return outcome === undefined || outcome === 'not-selected' ? '–' : outcome;
}

export function scoreText({ passed, of }: Score): string {
  return of === 0 ? '–' : `${passed} of ${of}`;
}

/** The scores by level and by area, as two tables that begin with their heads. */
export function scoreTables({
  targets,
  levels,
  areas,
  nullServer,
}: Matrix): readonly (readonly (readonly string[])[])[] {
  const labels = targets.map(({ label }) => label);
  return [
    [
      ['level', ...labels, ...(nullServer ? ['null server'] : [])],
      ...levels.map(({ level, scores, nullServer: passed }) => [
        level,
        ...scores.map(scoreText),
        ...(passed === undefined ? [] : [String(passed)]),
      ]),
    ],
    [['area', ...labels], ...areas.map(({ area, scores }) => [area, ...scores.map(scoreText)])],
  ];
}

/** What the cells mean. */
export function legend({ nullServer }: Matrix): readonly string[] {
  return [
    'Scores count the requirements that pass, of those that apply to the target. n/a: the requirement does not apply to the target. –: it was not selected.',
    ...(nullServer ? [`The null server responds to every request with ${nullServer.name}.`] : []),
  ];
}
