import type { Cause } from '../engine/cause/cause.js';
import type { Exchange, ReceivedResponse } from '../engine/evidence/exchange.js';
import type { Finding } from '../engine/judge/violation.js';
import type { RequirementId } from '../engine/requirement.js';
import type { Played, RunEvent } from '../engine/run/events.js';
import type { Decision, InputFinding, Result } from '../engine/run/outcome.js';
import type { Shard } from '../engine/run/shard.js';

/** The version of the format; a reader rejects another one. */
export const recordVersion = 1;

/** A value of the configuration, and where it came from. The value of a secret is `$` and the name of its variable. */
export interface Setting {
  readonly value: unknown;
  /** `default`, or `flag`, `environment` or `file` and where in it. */
  readonly from: string;
}

/** The first line: what the record is about, and what it takes to repeat the run. */
export interface Header {
  readonly type: 'header';
  readonly version: typeof recordVersion;
  readonly kit: { readonly name: string; readonly version: string };
  /** SHA-256 digests of the OpenAPI document and of the catalogue of requirements, in hexadecimal. */
  readonly digests: { readonly contract: string; readonly catalogue: string };
  readonly node: string;
  readonly platform: string;
  /** ISO 8601; the times of exchanges are in milliseconds since then. */
  readonly startedAt: string;
  readonly target: string;
  /** The name of the target in the configuration file. */
  readonly named?: string;
  /** Which part of a divided run the record has. */
  readonly shard?: Shard;
  /** The headers of the records from which this one was merged, in the order of the parts. */
  readonly parts?: readonly Header[];
  readonly settings: Readonly<Record<string, Setting>>;
  /** The name that stands in place of each given secret. Equal fingerprints mean equal secrets, within one record only. */
  readonly secrets: readonly { readonly name: string; readonly fingerprint: string }[];
}

/** A response in a record. */
export type RecordedResponse = Omit<ReceivedResponse, 'headers'> & {
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** One exchange, and the world whose label it belongs to. */
export type ExchangeLine = Omit<Exchange, 'response'> & {
  readonly type: 'exchange';
  readonly world: string;
  /** The part of a merged run that it belongs to. */
  readonly part?: number | undefined;
  readonly case?: RequirementId | undefined;
  readonly input?: string | undefined;
  readonly response?: RecordedResponse | undefined;
};

/** A finding with the numbers of its exchanges. */
export type Numbered<Of extends Finding> = Omit<Of, 'exchange' | 'write'> & {
  readonly exchange?: number | undefined;
  readonly write?: number | undefined;
};

/** What results have in common; the evidence of a cause are the numbers of exchanges. */
export interface ExplainedLine extends Omit<Extract<RunEvent, { type: 'explained' }>, 'causes'> {
  readonly causes: readonly (Omit<Cause, 'evidence'> & { readonly evidence: readonly number[] })[];
}

/** The end of a world, after its exchanges. */
export type PlayedLine = Omit<Played, 'exchanges' | 'beside' | 'decision'> & {
  readonly decision?: (Omit<Decision, 'finding'> & { readonly finding?: Numbered<InputFinding> }) | undefined;
  /** The part of a merged run that the world belongs to. */
  readonly part?: number | undefined;
  /** How many exchanges of this world are in the lines before. */
  readonly exchanges: number;
};

/** The result of a requirement. */
export interface DecidedLine {
  readonly type: 'decided';
  readonly result: Omit<Result, 'findings'> & { readonly findings: readonly Numbered<InputFinding>[] };
}

/** A line of the record of a part, other than an exchange or the end of a world, in a merged record. */
export interface PartLine {
  readonly type: 'part';
  readonly part: number;
  readonly line: Exclude<RecordLine, Header | ExchangeLine | PlayedLine | PartLine | ScannedLine | EndLine>;
}

/** What the search for secrets in everything that the run wrote came to. */
export interface ScannedLine {
  readonly type: 'scanned';
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly hits: number }[];
  readonly secrets: number;
  /** How many spellings of the secrets were searched for. */
  readonly spellings: number;
  readonly hits: number;
}

/** The last line of a complete record. */
export interface EndLine {
  readonly type: 'end';
  /** The number of lines before this one. */
  readonly lines: number;
  readonly exchanges: number;
  readonly exitCode: number;
}

export type RecordLine =
  | Header
  | ExchangeLine
  | PlayedLine
  | DecidedLine
  | ExplainedLine
  | PartLine
  | ScannedLine
  | EndLine
  | Exclude<RunEvent, { readonly type: 'played' | 'decided' | 'explained' | 'progress' }>;

/** The lines for an event, in order. */
export function linesOf(event: RunEvent): readonly RecordLine[] {
  if (event.type === 'progress') return [];
  if (event.type === 'decided') return [decidedLine(event.result)];
  if (event.type === 'explained') return [explainedLine(event)];
  if (event.type !== 'played') return [event];
  const { exchanges, beside, decision, ...played } = event;
  const all = [...exchanges, ...beside];
  const { world, case: id, input } = played;
  return [
    ...all.map((exchange) => exchangeLine(exchange, { world, case: id, input })),
    { ...played, decision: decision && decisionLine(decision), exchanges: all.length },
  ];
}

function exchangeLine(
  { response, ...exchange }: Exchange,
  about: Pick<ExchangeLine, 'world' | 'case' | 'input'>,
): ExchangeLine {
  const received = response && { ...response, headers: [...response.headers] };
  return { type: 'exchange', ...about, ...exchange, ...(received && { response: received }) };
}

function decidedLine({ findings, ...result }: Result): DecidedLine {
  return { type: 'decided', result: { ...result, findings: findings.map(numbered) } };
}

function decisionLine({ finding, ...decision }: Decision): PlayedLine['decision'] {
  return { ...decision, ...(finding && { finding: numbered(finding) }) };
}

function explainedLine({ causes, ...event }: Extract<RunEvent, { type: 'explained' }>): ExplainedLine {
  const numberedCause = ({ evidence, ...cause }: Cause) => ({
    ...cause,
    evidence: evidence.map(({ number }) => number),
  });
  return { ...event, causes: causes.map(numberedCause) };
}

function numbered({ exchange, write, ...finding }: InputFinding): Numbered<InputFinding> {
  return { ...finding, ...(exchange && { exchange: exchange.number }), ...(write && { write: write.number }) };
}
