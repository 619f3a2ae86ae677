import type { Exchange } from '../../engine/evidence/exchange.js';
import type { InputFinding, Result } from '../../engine/run/outcome.js';
import { code, prose } from '../format/markdown-text.js';
import { cut } from '../format/text.js';
import { rerunOf } from '../rerun.js';
import type { ReportSettings } from '../settings.js';
import { withSides } from '../with-sides.js';

/** Characters of a step; a create with all properties is shorter. */
const longestStep = 400;

/** A requirement that failed, with its first finding. */
export function failure(result: Result, seed: number, settings: ReportSettings): string {
  const { id, source, reason, findings } = result;
  const [finding] = findings;
  return [
    `### ${id}: ${prose(settings.statement(id))}`,
    '',
    ...source.map(
      ({ title, place, url }) =>
        `- source: ${url === undefined ? prose(title) : `[${prose(title)}](<${url}>)`}: ${prose(place)}`,
    ),
    `- finding: ${prose(finding?.message ?? reason.detail)}`,
    ...(finding ? details(finding) : []),
    `- rerun: ${code(rerunOf(result, seed, settings))}`,
    '',
  ].join('\n');
}

function details({ expected, received, input, counterexample, write, exchange }: InputFinding): readonly string[] {
  return [
    `- expected: ${code(expected)}`,
    `- received: ${code(received)}`,
    ...(input === '' ? [] : [`- input: ${code(input)}`]),
    ...steps(counterexample ?? []),
    ...(write ? [`- last write: ${exchangeText(write)}`] : []),
    ...(exchange ? [`- exchange: ${exchangeText(exchange)}`] : []),
  ];
}

/** The steps of a counterexample, as code, because Markdown would count them anew. */
function steps(counterexample: readonly string[]): readonly string[] {
  if (counterexample.length === 0) return [];
  return ['- steps:', ...counterexample.map((step) => `  - ${code(cut(step, longestStep))}`)];
}

function exchangeText({ request, response, failure: why }: Exchange): string {
  return `${code(`${request.method} ${request.url}`)} → ${code(response ? String(response.status) : (why ?? ''))}`;
}

/** A requirement that failed without making the run fail. */
export function brief({ id, reason, findings: [first] }: Result, { statement }: ReportSettings): string {
  return `- **${id}** ${prose(statement(id))} ${prose(first ? withSides(reason.detail, first) : reason.detail)}\n`;
}
