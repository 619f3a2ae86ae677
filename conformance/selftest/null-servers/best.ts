import type { Level } from '../../../generated/requirements.js';
import type { Measure } from './measure.js';

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** The measure with most MUST rows held, then most SHOULD rows, then most MAY rows; the first of equals. */
export function best(measures: readonly Measure[]): Measure | undefined {
  return measures.toSorted((a, b) => {
    const level = levels.find((one) => a.held[one].length !== b.held[one].length);
    return level === undefined ? 0 : b.held[level].length - a.held[level].length;
  })[0];
}

/** The score in words. */
export function scoreText({ server, held }: Measure): string {
  return `${levels.map((level) => `${held[level].length} ${level}`).join(', ')} (${server})`;
}

/** The score as the file that reports read. */
export function scoreFile({ server, held }: Measure): string {
  const counts = levels.map((level) => `${level}: ${held[level].length}`).join(', ');
  return `// Written by \`npm run proof -- --write\`. Do not edit.
import type { Level } from '../../../generated/requirements.js';

/** The null server that holds most, and how much: what a target's own score is to be compared with. */
export const bestNullServer: { readonly name: string; readonly held: Readonly<Record<Level, number>> } = {
  name: '${server.replace(/[\\']/g, '\\$&')}',
  held: { ${counts} },
};
`;
}
