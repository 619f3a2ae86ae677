import type { Exchange } from '../../engine/evidence/exchange.js';
import { isObject, member, replyOf } from '../../engine/evidence/reply.js';
import { historyOf } from '../../model/history.js';
import type { Explained, Placed } from './explain.js';
import type { Round } from './round.js';

/** One exchange of a round as a line: what it is called, when it ran and what was said. */
export interface Line {
  readonly number: number;
  readonly exchange: Exchange;
  /** True for a read after the concurrent requests. */
  readonly afterwards: boolean;
  readonly what: string;
  readonly came: string;
  /** Milliseconds since the first request of the round. */
  readonly start: number;
  readonly end: number;
}

/** The exchanges of a round as lines, in the order in which they were sent. */
export function sketch(round: Round): readonly Line[] {
  const zero = round.requests[0]?.startedAt ?? 0;
  return [...round.requests, ...round.reads].map((exchange, index) => ({
    number: index + 1,
    exchange,
    afterwards: index >= round.requests.length,
    what: sentIn(exchange),
    came: cameOf(exchange, round),
    start: exchange.startedAt - zero,
    end: exchange.endedAt - zero,
  }));
}

const barWidth = 24;

/** A round as text: a bar for each request on one scale of time, then the reads, then how far an order explains them. */
export function timeline(lines: readonly Line[], explanation: Explained): readonly string[] {
  const concurrent = lines.filter(({ afterwards }) => !afterwards);
  const whole = Math.max(...concurrent.map(({ end }) => end), 0.001);
  const width = Math.max(...lines.map(({ what }) => what.length));
  const told = ({ number, what, came }: Line, bar: string) =>
    `${String(number).padStart(3)}  ${bar}  ${what.padEnd(width)}  ${came}`;
  return [
    `${' '.repeat(5)}${'0 ms'.padEnd(barWidth - 4)}${milliseconds(whole).padStart(8)}`,
    ...concurrent.map((line) => told(line, barOf(line, whole))),
    'and then',
    ...lines
      .filter(({ afterwards }) => afterwards)
      .map((line) => told(line, `  at ${milliseconds(line.start)}`.padEnd(barWidth + 2))),
    ...orderLines(lines, explanation),
  ];
}

/** How far an order explains a round, in the numbers of its lines. */
export function orderLines(lines: readonly Line[], { verdict, order, rest }: Explained): readonly string[] {
  const names = (placed: readonly Placed[]) => placed.map((one) => nameOf(one, lines)).join(', ') || 'nothing';
  if (verdict === 'linearizable') return [`explained by the order: ${names(order)}`];
  return [`explained: ${names(order)}`, `not explained by any order: ${names(rest)}`];
}

/** What a response says in brief: its status code and, of an action, the status, the history and what the round wrote. */
export function cameOf(exchange: Exchange, round: Round): string {
  const { response, failure } = exchange;
  if (!response) return `no answer: ${cut(failure ?? 'it is not known why')}`;
  const { body } = replyOf(exchange, response);
  if (!isObject(body) || response.status >= 300) return String(response.status);
  const written = new Set(round.requests.flatMap(({ request }) => Object.keys(bodyOf(request.body))));
  const names = ['status', ...written].filter(
    (name, index, all) => all.indexOf(name) === index && name !== 'errorInfo',
  );
  const history = historyOf(body).map(({ status }) => String(status));
  return [
    String(response.status),
    ...(member(body, 'id') === round.before.id ? [] : [`id ${value(body.id)}`]),
    ...names.map((name) => `${name} ${value(body[name])}`),
    ...(history.length > 0 ? [`states ${cut(history.join(' > '))}`] : []),
  ].join(', ');
}

function sentIn({ operation, request }: Exchange): string {
  const sent = Object.entries(bodyOf(request.body)).filter(([name]) => name !== 'errorInfo');
  return [operation ?? request.method, ...sent.map(([name, one]) => `${name} ${value(one)}`)].join(' ');
}

function bodyOf(text: string | undefined): Readonly<Record<string, unknown>> {
  const body: unknown = text === undefined ? undefined : JSON.parse(text);
  return isObject(body) ? body : {};
}

function nameOf({ exchange, answer }: Placed, lines: readonly Line[]): string {
  const number = String(lines.find((line) => line.exchange === exchange)?.number ?? '?');
  return answer ? `the answer to ${number}` : number;
}

function barOf({ start, end }: Line, whole: number): string {
  const from = Math.min(barWidth - 1, Math.floor((start / whole) * barWidth));
  const to = Math.max(from + 1, Math.ceil((end / whole) * barWidth));
  return `|${' '.repeat(from)}${'='.repeat(to - from)}${' '.repeat(barWidth - to)}|`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

const longest = 60;

/** A value in brief; the collection of parameters as its values alone. */
function value(one: unknown): string {
  const brief = Array.isArray(one) ? one.map((pair) => member(pair, 'value')) : isObject(one) ? parts(one) : one;
  return cut(JSON.stringify(brief ?? null));
}

function parts(one: object): object {
  return Object.fromEntries(Object.entries(one).filter(([name, part]) => part !== null && !name.startsWith('@')));
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 2)} …`;
}
