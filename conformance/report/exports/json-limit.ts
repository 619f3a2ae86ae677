import { cut } from '../format/text.js';

/** The most bytes of a report, whatever the target sends. */
const mostBytes = 2_000_000;

/** How much of what was exchanged is in a report. */
export interface JsonLimit {
  /** Characters of a text. */
  readonly characters: number;
  /** Header fields of a request or a response. */
  readonly fields: number;
  /** Findings of a result. */
  readonly findings: number;
  readonly exchanges: boolean;
}

const whole: JsonLimit = {
  characters: Number.POSITIVE_INFINITY,
  fields: Number.POSITIVE_INFINITY,
  findings: Number.POSITIVE_INFINITY,
  exchanges: true,
};

/** In the order in which they are tried. */
const limits: readonly JsonLimit[] = [
  whole,
  { ...whole, characters: 2_000, fields: 50 },
  { ...whole, characters: 300, fields: 20 },
  { ...whole, characters: 300, fields: 20, findings: 3 },
];

/** Under which the report of any target is small enough. */
const least: JsonLimit = { characters: 100, fields: 0, findings: 1, exchanges: false };

/** The report as JSON text, with the first limit under which it is small enough; `told` says what the limit is. */
export function jsonWithin(reportWithin: (limit: JsonLimit, told?: object) => object): string {
  for (const limit of limits) {
    const report = reportWithin(limit, toldOf(limit));
    // The text of a much larger one may not fit into memory.
    if (charactersOf(report, mostBytes) > mostBytes) continue;
    const text = textOf(report);
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  return textOf(reportWithin(least, toldOf(least)));
}

function toldOf(limit: JsonLimit): object | undefined {
  const { findings, ...others } = limit;
  if (limit === whole) return undefined;
  return { ...others, ...(Number.isFinite(findings) && { findings }) };
}

function textOf(report: object): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The characters of all texts in a value, counted until there are more than `most`. */
function charactersOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [name, member] of Object.entries(value)) {
    sum += name.length + charactersOf(member, most - sum);
    if (sum > most) break;
  }
  return sum;
}

/** A copy in which each text and each `headers` are within the limit. */
export function shortened<Value>(value: Value, limit: JsonLimit): Value {
  return (limit.characters === whole.characters ? value : within(value, limit)) as Value;
}

function within(value: unknown, limit: JsonLimit): unknown {
  if (typeof value === 'string') return cut(value, limit.characters);
  if (Array.isArray(value)) return value.map((one) => within(one, limit));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    const fields = name === 'headers' ? Object.fromEntries(Object.entries(member).slice(0, limit.fields)) : member;
    return [name, within(fields, limit)];
  });
  return Object.fromEntries(members);
}
