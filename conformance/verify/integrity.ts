import { ConfigurationError } from '../engine/errors.js';
import type { RequirementId } from '../engine/requirement.js';
import type { Given, RunEvent } from '../engine/run/events.js';
import { headerOf } from '../record/header.js';
import type { DecidedLine, ExchangeLine, Header, PlayedLine, RecordLine } from '../record/lines.js';
import type { Lines } from '../record/part-of-record.js';
import { readRecord } from '../record/read-record.js';
import { requestContradictions } from './request-ids.js';
import { RecordedTimes } from './times.js';
import { contradictions } from './totals.js';

/** What a record contains besides its exchanges, and what is wrong with its lines. */
export interface Inspected {
  readonly header: Header;
  readonly started: Extract<RunEvent, { type: 'started' }>;
  readonly given: Given;
  readonly results: ReadonlyMap<RequirementId, DecidedLine['result']>;
  /** The other lines that occur once. */
  readonly lines: ReadonlyMap<RecordLine['type'], RecordLine>;
  /** The labels of all worlds. */
  readonly worlds: ReadonlySet<string>;
  readonly exchanges: number;
  /** The digest of the last line, and so of the whole record. */
  readonly digest: string;
  readonly differences: readonly string[];
  /** False if a line has another form, so that the run cannot be played again. */
  readonly isReadable: boolean;
}

/** Lines that a record has once and that a run gives again. */
export const derivedOnce = ['started', 'given', 'probed', 'planned', 'audited', 'explained', 'finished'] as const;

/** Lines that a record has once. */
const once: ReadonlySet<RecordLine['type']> = new Set(['header', ...derivedOnce, 'fault', 'scanned', 'end'] as const);

/** A world of one part of a merged run, or of a run that was not divided. */
function placeOf({ part, world }: ExchangeLine | PlayedLine): string {
  return part === undefined ? world : `${part}/${world}`;
}

/** Reads a record and checks that no line was changed, removed, added or moved, as far as the lines themselves show it. */
export async function inspect(path: string): Promise<Inspected> {
  const differences: string[] = [];
  const lines = new Map<RecordLine['type'], RecordLine>();
  const results = new Map<RequirementId, DecidedLine['result']>();
  const worlds = new Set<string>();
  const places = new Set<string>();
  const numbers = new Set<number>();
  const times = new RecordedTimes();
  const secrets = new Set<string>();
  let run: string | undefined;
  let isMerged = false;
  let inWorld: string[] = [];
  let count = 0;
  let scannedAt = 0;
  let digest = '';
  let isReadable = true;
  for await (const { number, line, offset, chain, broken, malformed } of readRecord(path)) {
    digest = chain;
    const differs = (what: string) => differences.push(`line ${number}: ${what}`);
    if (broken !== undefined) differs(`${broken}: the line or one before it was changed, removed, added or moved`);
    if (malformed !== undefined) {
      differs(`it was changed: ${malformed}`);
      isReadable = false;
      count += 1;
      continue;
    }
    if (lines.has('end')) differs('there is a line after the end');
    if (line.type === 'end' && line.lines !== count)
      differs(`the lines before the end: expected ${line.lines}, received ${count}`);
    if (line.type === 'end' && line.exchanges !== numbers.size)
      differs(`the exchanges before the end: expected ${line.exchanges}, received ${numbers.size}`);
    if (line.type === 'header') for (const { name } of line.secrets) secrets.add(name);
    // The parts of a merged record have times, numbers and ends of their own.
    if (line.type === 'header') isMerged = line.parts !== undefined;
    if (line.type === 'started') run = line.run;
    if (line.type === 'given') times.given(line);
    if (line.type === 'scanned') scannedAt = offset;
    if (line.type === 'exchange') {
      if (!isMerged)
        for (const what of [...times.exchange(line), ...requestContradictions(line, run, secrets)]) differs(what);
      if (numbers.has(line.number)) differs(`there is another exchange ${line.number}`);
      numbers.add(line.number);
      inWorld.push(placeOf(line));
    }
    if (line.type === 'played') {
      if (!isMerged) for (const what of times.played(line)) differs(what);
      if (places.has(placeOf(line))) differs(`${line.world} was played before`);
      if (inWorld.length !== line.exchanges || inWorld.some((place) => place !== placeOf(line)))
        differs(`${line.world} has ${line.exchanges} exchanges, but ${inWorld.length} come before this line`);
      worlds.add(line.world);
      places.add(placeOf(line));
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
  const [header, started, given] = [lines.get('header'), lines.get('started'), lines.get('given')];
  if (header?.type !== 'header' || started?.type !== 'started' || given?.type !== 'given') {
    const [changed] = isReadable ? [] : differences;
    throw new ConfigurationError(`${path} cannot be verified: ${changed ?? 'the run in it has not begun'}`);
  }
  const end = lines.get('end');
  if (!end)
    differences.push(
      `the record is incomplete: it ends after line ${count} without its last line, because the run was killed or the file was cut`,
    );
  else
    for (let number = 1; number <= numbers.size; number++)
      if (!numbers.has(number)) differences.push(`the record does not have the exchange ${number}`);
  const finished = lines.get('finished');
  if (!isMerged) {
    differences.push(...times.whole(finished?.type === 'finished' ? finished.durationMs : undefined));
    differences.push(...contradictions(lines, scannedAt));
  }
  const scanned = lines.get('scanned');
  if (scanned?.type === 'scanned' && scanned.hits > 0)
    differences.push(`the run wrote secrets in ${scanned.hits} places`);
  return { header, started, given, results, lines, worlds, exchanges: numbers.size, digest, differences, isReadable };
}

/** The same, without the checks, for the lines of one part of a merged record. */
export async function inspectPart(
  all: Lines,
): Promise<Omit<Inspected, 'exchanges' | 'digest' | 'differences' | 'isReadable'>> {
  const lines = new Map<RecordLine['type'], RecordLine>();
  const results = new Map<RequirementId, DecidedLine['result']>();
  const worlds = new Set<string>();
  for await (const line of all()) {
    if (line.type === 'decided') results.set(line.result.id, line.result);
    else if (line.type === 'played') worlds.add(line.world);
    else if (once.has(line.type)) lines.set(line.type, line);
  }
  const [header, started, given] = [lines.get('header'), lines.get('started'), lines.get('given')];
  if (header?.type !== 'header' || started?.type !== 'started' || given?.type !== 'given')
    throw new ConfigurationError('the record cannot be verified: it does not have the beginning of each part');
  return { header, started, given, results, lines, worlds };
}

/** Why this kit cannot derive the results of a record; `undefined` when it can. */
export function otherContract({ digests, kit }: Header): string | undefined {
  const own = headerOf({ target: '', settings: {}, secrets: [] });
  const differing = (['contract', 'catalogue'] as const).filter((name) => digests[name] !== own.digests[name]);
  if (differing.length === 0) return undefined;
  return `the run used another ${differing.join(' and ')} (${kit.name} ${kit.version}) than this kit (${own.kit.version}): verify it with that version`;
}
