import { levels } from '../../../generated/requirements.js';
import type { NullServerResult } from '../run/report.js';

/** The null server that passes most MUST requirements, then most SHOULD, then most MAY; the first of equals. */
export function best(results: readonly NullServerResult[]): NullServerResult {
  const [first] = results.toSorted((a, b) => {
    const level = levels.find((one) => a.passed[one].length !== b.passed[one].length);
    return level === undefined ? 0 : b.passed[level].length - a.passed[level].length;
  });
  if (!first) throw new Error('finding the best null server: the results name no null server; run the whole self-test');
  return first;
}

/** The score in one line, such as `0 MUST, 1 SHOULD, 0 MAY (an empty object)`. */
export function scoreText({ name, passed }: NullServerResult): string {
  return `${levels.map((level) => `${passed[level].length} ${level}`).join(', ')} (${name})`;
}

/** The source of the module from which reports read the score. */
export function scoreModule({ name, passed }: NullServerResult): string {
  const counts = levels.map((level) => `${level}: ${passed[level].length}`).join(', ');
  return `// Written by \`npm run selftest -- --write\`. Do not edit.
import type { Result } from '../engine/run/outcome.js';

/** The null server that passes most requirements, and how many it passes: the baseline for the score of a target. */
export const bestNullServer: { readonly name: string; readonly passed: Readonly<Record<Result['level'], number>> } = {
  name: '${name.replace(/[\\']/g, '\\$&')}',
  passed: { ${counts} },
};
`;
}
