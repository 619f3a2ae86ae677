import { isObject, member } from '../../model/observed.js';
import { historyOf } from '../../model/shown-action.js';
import type { Exchange } from '../evidence/exchange.js';
import { shownId } from '../evidence/lenient.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import type { OrderedExchange, RoundExplanation } from './explain.js';
import type { Round } from './round.js';

/** One exchange of a round: what was sent and received, and when. */
export interface TimelineLine {
  readonly number: number;
  readonly exchange: Exchange;
  /** True for a read after the concurrent requests. */
  readonly afterwards: boolean;
  readonly request: string;
  readonly response: string;
  /** Milliseconds since the first request of the round. */
  readonly start: number;
  readonly end: number;
}

/** The exchanges of a round in the order in which they were sent. */
export function timelineLines(round: Round): readonly TimelineLine[] {
  const zero = round.requests[0]?.startedAt ?? 0;
  return [...round.requests, ...round.reads].map((exchange, index) => ({
    number: index + 1,
    exchange,
    afterwards: index >= round.requests.length,
    request: requestText(exchange),
    response: responseText(exchange, round),
    start: exchange.startedAt - zero,
    end: exchange.endedAt - zero,
  }));
}

const barWidth = 24;

/** A round as text: a bar for each request on one time scale, then the reads, then how much of it an order explains. */
export function timeline(lines: readonly TimelineLine[], explanation: RoundExplanation): readonly string[] {
  const concurrent = lines.filter(({ afterwards }) => !afterwards);
  const whole = Math.max(...concurrent.map(({ end }) => end), 0.001);
  const width = Math.max(...lines.map(({ request }) => request.length));
  const row = ({ number, request, response }: TimelineLine, bar: string) =>
    `${String(number).padStart(3)}  ${bar}  ${request.padEnd(width)}  -> ${response}`;
  return [
    `${' '.repeat(5)}${'0 ms'.padEnd(barWidth - 4)}${milliseconds(whole).padStart(8)}`,
    ...concurrent.map((line) => row(line, barOf(line, whole))),
    'reads after the requests:',
    ...lines
      .filter(({ afterwards }) => afterwards)
      .map((line) => row(line, `  at ${milliseconds(line.start)}`.padEnd(barWidth + 2))),
    ...orderLines(lines, explanation),
  ];
}

/** How much of a round an order explains, by the numbers of its lines. */
export function orderLines(lines: readonly TimelineLine[], explanation: RoundExplanation): readonly string[] {
  const { verdict, order, unexplained } = explanation;
  const names = (placed: readonly OrderedExchange[]) => placed.map((one) => nameOf(one, lines)).join(', ') || 'none';
  if (verdict === 'linearizable') return [`this order explains all of them: ${names(order)}`];
  return [`order that explains the most: ${names(order)}`, `it does not explain: ${names(unexplained)}`];
}

/** A response in brief: its status code and, of an action, the status, the history and the properties that the round wrote. */
export function responseText(exchange: Exchange, round: Round): string {
  const { response, failure } = exchange;
  if (!response) return `failed: ${shortened(failure ?? 'there is no response')}`;
  const { body, json } = replyOf(exchange, response);
  if (!isObject(body) || response.status >= 300) return String(response.status);
  const id = shownId(json);
  const written = round.requests.flatMap(({ request }) => Object.keys(bodyOf(request.body)));
  const names = [...new Set(['status', ...written])].filter((name) => name !== 'errorInfo');
  const history = historyOf(body).map(({ status }) => String(status));
  return [
    String(response.status),
    ...(id === round.before.id ? [] : [`id ${valueText(id)}`]),
    ...names.map((name) => `${name} ${valueText(body[name])}`),
    ...(history.length > 0 ? [`states ${shortened(history.join(' > '))}`] : []),
  ].join(', ');
}

function requestText({ operation, request }: Exchange): string {
  const sent = Object.entries(bodyOf(request.body)).filter(([name]) => name !== 'errorInfo');
  return [operation ?? request.method, ...sent.map(([name, value]) => `${name} ${valueText(value)}`)].join(' ');
}

function bodyOf(text: string | undefined): Readonly<Record<string, unknown>> {
  const body: unknown = text === undefined ? undefined : JSON.parse(text);
  return isObject(body) ? body : {};
}

function nameOf({ exchange, isResponse }: OrderedExchange, lines: readonly TimelineLine[]): string {
  const number = String(lines.find((line) => line.exchange === exchange)?.number ?? '?');
  return isResponse ? `the response to ${number}` : number;
}

function barOf({ start, end }: TimelineLine, whole: number): string {
  const from = Math.min(barWidth - 1, Math.floor((start / whole) * barWidth));
  const to = Math.max(from + 1, Math.ceil((end / whole) * barWidth));
  return `|${' '.repeat(from)}${'='.repeat(to - from)}${' '.repeat(barWidth - to)}|`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

const longestText = 60;

/** A value as short JSON: of parameters only the values, of an object only the members that are set. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return shortened(JSON.stringify(value.map((pair) => member(pair, 'value'))));
  if (!isObject(value)) return shortened(JSON.stringify(value ?? null));
  const set = Object.entries(value).filter(([name, part]) => part !== null && !name.startsWith('@'));
  return shortened(JSON.stringify(Object.fromEntries(set)));
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 2)} …`;
}
