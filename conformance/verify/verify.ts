import { allChecks } from '../checks/registry.js';
import { errorText } from '../engine/errors.js';
import { identities } from '../engine/evidence/exchange.js';
import type { RunOptions } from '../engine/options.js';
import type { RunEvent } from '../engine/run/events.js';
import { run } from '../engine/run/run.js';
import { type Target, tokenVariable } from '../engine/target.js';
import { sequences } from '../explore/sequences/index.js';
import { lineDifferences, resultDifferences, worldDifferences } from './compare.js';
import { derivedOnce, type Inspected, inspect, otherContract } from './integrity.js';
import { RecordStage } from './record-stage.js';

/** What verifying a record came to. */
export interface Verification {
  /** Empty if the exchanges give the recorded results. */
  readonly differences: readonly string[];
  readonly exchanges: number;
  readonly results: number;
}

/**
 * Derives the results of a record again: plays the run with its seed and its clock against the recorded exchanges, and compares. Nothing
 * is sent.
 *
 * @throws ConfigurationError for a file that is not a record.
 */
export async function verify(path: string): Promise<Verification> {
  const inspected = await inspect(path);
  const other = otherContract(inspected.header);
  const differences = other === undefined ? await replayed(path, inspected) : [other];
  return {
    differences: [...inspected.differences, ...differences],
    exchanges: inspected.exchanges,
    results: inspected.results.size,
  };
}

async function replayed(path: string, record: Inspected): Promise<readonly string[]> {
  const { given, worlds, lines, results } = record;
  const differences: string[] = [];
  // A run that ended early was about to play what the record does not have.
  const isWhole = lines.has('finished');
  const stage = new RecordStage(path, given, worlds, (what) => {
    if (isWhole) differences.push(what);
  });
  const derived = new Set<string>();
  const emit = (event: RunEvent) => {
    if (event.type === 'played') {
      const world = stage.leave(event);
      if (world) differences.push(...worldDifferences(world, event));
    } else if (event.type === 'decided') {
      derived.add(event.result.id);
      if (isWhole || results.has(event.result.id))
        differences.push(...resultDifferences(results.get(event.result.id), event));
    } else if (isWhole && event.type !== 'progress' && compared.has(event.type))
      differences.push(...lineDifferences(lines.get(event.type), event));
  };
  const only = new Set<string>(given.only);
  const options: RunOptions = { ...given.options, only: ({ id }) => only.has(id) };
  const explorers = options.sequences > 0 ? [sequences] : [];
  const playing = run(await allChecks(), targetOf(record), options, emit, explorers, stage).then(
    () => undefined,
    (error: unknown) => {
      if (isWhole) differences.push(`the run could not be played again: ${errorText(error)}`);
    },
  );
  await Promise.all([playing, stage.feed()]);
  for (const id of results.keys())
    if (!derived.has(id)) differences.push(`${id}: the record has its result, but the exchanges do not give one`);
  return differences;
}

const compared: ReadonlySet<RunEvent['type']> = new Set(derivedOnce);

/** The target of the run, with the names of its tokens in place of them. */
function targetOf({ given, started }: Inspected): Target {
  const known = identities.filter((identity) => given.identities.includes(identity));
  return {
    name: started.target,
    url: started.url,
    tokens: Object.fromEntries(known.map((identity) => [identity, `$${tokenVariable(identity)}`])),
    declared: given.declared,
    routing: given.routing,
  };
}
