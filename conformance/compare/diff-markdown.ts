import { code, prose } from '../report/format/markdown-text.js';
import { changeText, reasonText, runText, whereText } from './change-text.js';
import { type DiffSettings, summary } from './diff-text.js';
import type { Difference } from './difference.js';

/** A difference as Markdown for a pull request or the summary of a CI step. */
export function diffMarkdown(difference: Difference, { statement }: Pick<DiffSettings, 'statement'>): string {
  const { a, b, verdicts, behaviour, notices } = difference;
  return [
    `# Difference of two runs: ${prose(summary(difference))}\n`,
    ...[a, b].map((run, index) => `- ${index === 0 ? 'a' : 'b'}: ${code(run.file)}: ${prose(runText(run))}`),
    '',
    ...(verdicts.length === 0
      ? []
      : [`## Verdicts: ${verdicts.length}\n`, '| requirement | level | a | b | reason |', '|---|---|---|---|---|']),
    ...verdicts.map((change) => {
      const { id, level, before, after } = change;
      return `| **${id}** ${prose(statement(id))} | ${level} | ${before.outcome} | ${after.outcome} | ${prose(reasonText(change))} |`;
    }),
    ...(verdicts.length === 0 ? [] : ['']),
    ...(behaviour.length === 0
      ? []
      : [`## Behaviour: ${behaviour.length}\n`, '| what | change | where |', '|---|---|---|']),
    ...behaviour.map(
      (change) => `| ${prose(change.what)} | ${prose(changeText(change))} | ${prose(whereText(change))} |`,
    ),
    ...(behaviour.length === 0 ? [] : ['']),
    ...notices.map((notice) => `> ${prose(notice)}\n`),
  ].join('\n');
}
