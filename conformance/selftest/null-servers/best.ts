import type { Level } from '../../../generated/requirements.js';
import type { Measure } from './measure.js';

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** The measure with most MUST inputs passed, then most SHOULD inputs, then most MAY inputs; the first of equals. */
export function best(measures: readonly Measure[]): Measure | undefined {
  return measures.toSorted((a, b) => {
    const level = levels.find((one) => a.passed[one].length !== b.passed[one].length);
    return level === undefined ? 0 : b.passed[level].length - a.passed[level].length;
  })[0];
}

/** The score in words. */
export function scoreText({ server, passed }: Measure): string {
  return `${levels.map((level) => `${passed[level].length} ${level}`).join(', ')} (${server})`;
}

/** The score as the file that reports read. */
export function scoreFile({ server, passed }: Measure): string {
  const counts = levels.map((level) => `${level}: ${passed[level].length}`).join(', ');
  return `// Written by \`npm run proof -- --write\`. Do not edit.
import type { Level } from '../../../generated/requirements.js';

/** The null server that holds most, and how much: what a target's own score is to be compared with. */
export const bestNullServer: { readonly name: string; readonly passed: Readonly<Record<Level, number>> } = {
  name: '${server.replace(/[\\']/g, '\\$&')}',
  passed: { ${counts} },
};
`;
}
