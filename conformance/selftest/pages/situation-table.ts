import type { SituationResult } from '../run/report.js';

/** The heads of the table of situations, one for each cell of `situationRow`. */
export const situationHeads = [
  'the target',
  'standing',
  'failed',
  'inconclusive MUST',
  'says',
  'exit code',
  'requests',
];

/** What a run measured in a situation, as the cells of a row. */
export function situationRow({ name, standing, failed, inconclusive, said, exitCode, requests }: SituationResult) {
  return [
    name,
    standing,
    failed.join(', ') || 'none',
    inconclusive.length > 20 ? `${inconclusive.length} requirements` : inconclusive.join(', ') || 'none',
    said.map((text) => text.replace(/\s+/g, ' ')).join('<br>'),
    String(exitCode),
    requests === undefined ? 'ended before the first case' : String(requests),
  ];
}

/** The same as text, one situation after the other. */
export function situationLines(results: readonly SituationResult[]): string {
  return results
    .map((result) => {
      const [name = '', standing = '', failed, inconclusive, said = '', exitCode, requests] = situationRow(result);
      const says = said === '' ? [] : said.split('<br>').map((text) => `    says: ${text}`);
      return [
        `${name} (${standing})`,
        `    exit code ${exitCode}, requests: ${requests}, failed: ${failed}, inconclusive MUST: ${inconclusive}`,
        ...says,
      ].join('\n');
    })
    .join('\n');
}
