import type { Report, Task } from './report.js';

const sentences: readonly (readonly [Task['kind'], string])[] = [
  ['mutant', 'mutants killed'],
  ['variant', 'conforming variants without a false alarm'],
  ['combination', 'combinations of variants without a false alarm'],
  ['situation', 'situations judged as expected'],
  ['null server', 'null servers on which no MUST passes'],
  ['conforming seed', 'seeds without a false alarm'],
  ['level', 'mutants of a SHOULD or a MAY on which no MUST fails or is inconclusive'],
  ['mutant inputs', 'mutants run on each input'],
  ['mutant with each effort', 'mutants run with each effort'],
  ['id shape', 'forms of ids on which no write reached an action of another client'],
];

/** The figures of a run in a few lines: of each kind, how many tasks have no problem. */
export function summary(reports: readonly Report[], durationMs: number): string {
  const lines = sentences.flatMap(([kind, sentence]) => {
    const own = reports.filter((report) => report.kind === kind);
    const good = own.filter(({ problems }) => problems.length === 0);
    if (own.length === 0) return [];
    const retried = own.filter(({ mutant }) => mutant && mutant.seeds.length > 1).length;
    return [
      `${good.length} of ${own.length} ${sentence}${retried > 0 ? ` (${retried} of them run from a second seed)` : ''}`,
    ];
  });
  return [...lines, `${(durationMs / 1000).toFixed(1)} s`].join('\n');
}
