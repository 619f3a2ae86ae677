import { ConfigurationError } from '../engine/errors.js';
import type { Given, RunEvent } from '../engine/run/events.js';
import { headerOf } from '../record/header.js';
import type { DecidedLine, Header, RecordLine } from '../record/lines.js';
import { readRecord } from '../record/read-record.js';

/** What a record contains besides its exchanges, and what is wrong with its lines. */
export interface Inspected {
  readonly header: Header;
  readonly started: Extract<RunEvent, { type: 'started' }>;
  readonly given: Given;
  readonly results: ReadonlyMap<string, DecidedLine['result']>;
  /** The other lines that occur once. */
  readonly lines: ReadonlyMap<RecordLine['type'], RecordLine>;
  /** The labels of all worlds. */
  readonly worlds: ReadonlySet<string>;
  readonly exchanges: number;
  readonly differences: readonly string[];
}

/** Lines that a record has once and that a run gives again. */
export const derivedOnce = ['started', 'given', 'probed', 'planned', 'audited', 'explained', 'finished'] as const;

/** Lines that a record has once. */
const once: ReadonlySet<RecordLine['type']> = new Set(['header', ...derivedOnce, 'fault', 'scanned', 'end'] as const);

/** Reads a record and checks that no line was changed, removed, added or moved, as far as the lines themselves show it. */
export async function inspect(path: string): Promise<Inspected> {
  const differences: string[] = [];
  const lines = new Map<RecordLine['type'], RecordLine>();
  const results = new Map<string, DecidedLine['result']>();
  const worlds = new Set<string>();
  const numbers = new Set<number>();
  let inWorld: string[] = [];
  let count = 0;
  for await (const { number, line, broken } of readRecord(path)) {
    const differs = (what: string) => differences.push(`line ${number}: ${what}`);
    if (broken !== undefined) differs(`${broken}: the line or one before it was changed, removed, added or moved`);
    if (lines.has('end')) differs('there is a line after the end');
    if (line.type === 'end' && line.lines !== count)
      differs(`the record had ${line.lines} lines before its end, expected ${count}`);
    if (line.type === 'end' && line.exchanges !== numbers.size)
      differs(`the record had ${line.exchanges} exchanges, expected ${numbers.size}`);
    if (line.type === 'exchange') {
      if (numbers.has(line.number)) differs(`there is another exchange ${line.number}`);
      numbers.add(line.number);
      inWorld.push(line.world);
    }
    if (line.type === 'played') {
      if (worlds.has(line.world)) differs(`${line.world} was played before`);
      if (inWorld.length !== line.exchanges || inWorld.some((world) => world !== line.world))
        differs(`${line.world} has ${line.exchanges} exchanges, but ${inWorld.length} come before this line`);
      worlds.add(line.world);
      inWorld = [];
    }
    if (line.type === 'decided') {
      if (results.has(line.result.id)) differs(`${line.result.id} was decided before`);
      results.set(line.result.id, line.result);
    }
    if (once.has(line.type)) {
      if (lines.has(line.type)) differs(`there is another line of the type ${line.type}`);
      else lines.set(line.type, line);
    }
    count += 1;
  }
  const header = lines.get('header') as Header;
  const started = lines.get('started');
  const given = lines.get('given');
  if (started?.type !== 'started' || given?.type !== 'given')
    throw new ConfigurationError(`${path} cannot be verified: the run in it has not begun`);
  const end = lines.get('end');
  if (!end)
    differences.push(
      `the record is incomplete: it ends after line ${count} without its last line, because the run was killed or the file was cut`,
    );
  else
    for (let number = 1; number <= numbers.size; number++)
      if (!numbers.has(number)) differences.push(`the record does not have the exchange ${number}`);
  const scanned = lines.get('scanned');
  if (scanned?.type === 'scanned' && scanned.hits > 0)
    differences.push(`the run wrote secrets in ${scanned.hits} places`);
  return { header, started, given, results, lines, worlds, exchanges: numbers.size, differences };
}

/** Why this kit cannot derive the results of a record; `undefined` when it can. */
export function otherContract({ digests, kit }: Header): string | undefined {
  const own = headerOf({ target: '', settings: {}, secrets: [] });
  const differing = (['contract', 'catalogue'] as const).filter((name) => digests[name] !== own.digests[name]);
  if (differing.length === 0) return undefined;
  return `the run used another ${differing.join(' and ')} (${kit.name} ${kit.version}) than this kit (${own.kit.version}): verify it with that version`;
}
