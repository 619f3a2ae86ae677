import { member } from '../model/observed.js';
import { readRecord } from '../record/read-record.js';
import { bestNullServer } from '../report/null-server-score.js';
import { BehaviourLog } from './behaviour/behaviour.js';
import { jsonOf, responseSightings } from './behaviour/sightings.js';
import { showsMove, WorldSteps } from './behaviour/world.js';
import type { ComparedResult, ComparedRun } from './run.js';

/** The parts of a run that are no cases. */
const partOf = (world: string) => world.split(/[/ ]/, 1)[0] ?? '';

/** A run from its record, of which only one line is in memory at a time. @throws ConfigurationError as `readRecord`. */
export async function readRecordedRun(file: string): Promise<ComparedRun> {
  const log = new BehaviourLog();
  const results: ComparedResult[] = [];
  let run: Omit<ComparedRun, 'file' | 'results' | 'problems' | 'behaved'> = {
    target: '',
    url: '',
    features: [],
    identities: [],
  };
  /** The ids of the actions that each case created. */
  const created = new Map<string, Set<unknown>>();
  let steps = new WorldSteps();
  let movesByItself = false;
  let [broken, hasEnded, fault] = [0, false, ''];
  for await (const { number, line, broken: how, malformed } of readRecord(file)) {
    if ((how ?? malformed) !== undefined && broken === 0) broken = number;
    if (malformed !== undefined) continue;
    if (line.type === 'header') run = { ...run, digests: line.digests };
    else if (line.type === 'started') run = { ...run, target: line.target, url: line.url, seed: line.seed };
    else if (line.type === 'probed') {
      const features = Object.entries(line.features).flatMap(([id, { offered }]) => (offered ? [id] : []));
      run = { ...run, class: line.class, features, identities: line.identities };
    } else if (line.type === 'exchange') {
      const json = jsonOf(line);
      const own = created.get(line.case ?? '') ?? new Set();
      if (line.operation === 'create') created.set(line.case ?? '', own.add(member(json, 'id')));
      for (const sighting of responseSightings(line, json, run.url, own)) log.see(sighting);
      steps.add(line, json, run.url);
    } else if (line.type === 'played') {
      if (line.decision?.outcome !== 'inconclusive') for (const sighting of steps.statuses()) log.see(sighting);
      for (const sighting of steps.lifecycle()) {
        log.see(sighting);
        movesByItself ||= showsMove(sighting);
      }
      log.endWorld(line.case ?? partOf(line.world));
      steps = new WorldSteps();
    } else if (line.type === 'decided') {
      const { id, level, basis, outcome, reason } = line.result;
      results.push({ id, level, basis, outcome, reason });
    } else if (line.type === 'finished') run = { ...run, verdict: line.verdict };
    else if (line.type === 'fault') fault = line.message;
    else if (line.type === 'end') hasEnded = true;
  }
  const problems = [
    ...(broken > 0 ? [`line ${broken} or one before it was changed, see security-actions verify`] : []),
    ...(hasEnded ? [] : ['the record is incomplete: the run was killed, or the file was cut']),
    ...(fault === '' ? [] : [`the run ended early: ${fault}`]),
  ];
  return { ...run, file, results, problems, behaved: { log, movesByItself }, bestNullServer };
}
