import type { Report, Task } from './task.js';

const kinds: readonly Task['kind'][] = ['mutant', 'variant', 'combination', 'null server', 'seed'];

const plural: Readonly<Record<Task['kind'], string>> = {
  mutant: 'mutants noticed',
  variant: 'variants left alone',
  combination: 'combinations of them left alone',
  'null server': 'null servers seen through',
  seed: 'seeds whose sequences and races accuse no lawful server',
};

/** The scores in a few lines. */
export function summary(reports: readonly Report[], missing: number, durationMs: number): string {
  const lines = kinds.flatMap((kind) => {
    const own = reports.filter((report) => report.kind === kind);
    const right = own.filter(({ wrong }) => wrong.length === 0).length;
    return own.length > 0 ? [`${right} of ${own.length} ${plural[kind]}`] : [];
  });
  if (missing > 0) lines.push(`${missing} checks without a mutant`);
  return [...lines, `${(durationMs / 1000).toFixed(1)} s`].join('\n');
}
