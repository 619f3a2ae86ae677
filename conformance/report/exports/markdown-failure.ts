import type { Cause } from '../../engine/cause/cause.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { InputFinding, Result } from '../../engine/run/outcome.js';
import { block, code, ownText, prose } from '../format/markdown-text.js';
import { cut, plural } from '../format/text.js';
import type { RunRecord } from '../record.js';
import { rerunOf } from '../rerun.js';
import type { ReportSettings } from '../settings.js';
import { shownParts, withSides } from '../with-sides.js';

/** Characters of a step; a create with all properties is shorter. */
const longestStep = 400;

/** A requirement that failed, with its first finding. */
export function failure(result: Result, { started, explained }: RunRecord, settings: ReportSettings): string {
  const { id, source, reason, findings } = result;
  const [finding] = findings;
  return [
    `### ${id}: ${ownText(settings.statement(id))}`,
    '',
    ...source.map(
      ({ title, place, url }) =>
        `- source: ${url === undefined ? prose(title) : `[${prose(title)}](<${url}>)`}: ${prose(place)}`,
    ),
    ...(finding ? details(finding) : [`- finding: ${prose(reason.detail)}`]),
    ...because(result, explained),
    `- rerun: ${code(rerunOf(result, started?.seed ?? 0, settings))}`,
    '',
  ].join('\n');
}

function details(finding: InputFinding): readonly string[] {
  const { message, expected, received, input, counterexample, write, exchange } = finding;
  const shown = shownParts(finding);
  return [
    ...(input === '' ? [] : [`- input: ${code(input)}`]),
    ...(shown.sentence ? [`- finding: ${prose(message)}`] : []),
    ...(shown.sides ? [`- expected: ${code(expected)}`, `- received: ${code(received)}`] : []),
    ...steps(counterexample ?? []),
    ...(write ? [`- last write: ${exchangeText(write)}`] : []),
    ...(exchange ? [`- exchange: ${exchangeText(exchange)}`] : []),
  ];
}

/** The steps of a counterexample as a block of code, in which the columns of a timeline stay. */
function steps(counterexample: readonly string[]): readonly string[] {
  if (counterexample.length === 0) return [];
  const lines = block(counterexample.map((step) => cut(step, longestStep)));
  return ['- counterexample:', ...lines.map((line) => `  ${line}`)];
}

/** The cause of a result, or the requirement from which it follows. */
function because({ id }: Result, explained: RunRecord['explained']): readonly string[] {
  const cause = explained?.causes.find(({ requirements }) => requirements.includes(id));
  if (cause) return [`- cause: ${prose(cause.says)}`];
  const consequence = explained?.consequences.find((one) => one.id === id);
  return consequence ? [`- follows from: ${consequence.of}: ${prose(consequence.because)}`] : [];
}

function exchangeText({ request, response, failure: why }: Exchange): string {
  return `${code(`${request.method} ${request.url}`)} → ${code(response ? String(response.status) : (why ?? ''))}`;
}

/** What explains several results: what was seen, what to do, and an exchange that shows it. */
export function causeText({ says, detail, remedy, requirements, evidence: [exchange] }: Cause): string {
  return [
    `- **${plural(requirements.length, 'requirement')}: ${prose(says)}**`,
    `  - seen: ${prose(detail)}`,
    `  - what to do: ${prose(remedy)}`,
    ...(exchange ? [`  - for example: ${exchangeText(exchange)}`] : []),
    `  - explains: ${requirements.join(', ')}`,
    '',
  ].join('\n');
}

/** A requirement that failed without making the run fail. */
export function brief({ id, reason, findings: [first] }: Result, { statement }: ReportSettings): string {
  const finding = first ? withSides(reason.detail, first) : reason.detail;
  return `- **${id}** ${ownText(statement(id))}\n  - ${prose(finding)}\n`;
}
