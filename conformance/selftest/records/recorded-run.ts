import { statSync } from 'node:fs';
import { allChecks } from '../../checks/registry.js';
import { secretsOf } from '../../engine/http/secrets/secrets.js';
import type { RunOptions } from '../../engine/options.js';
import type { RunEvent } from '../../engine/run/events.js';
import { run } from '../../engine/run/run.js';
import type { Target } from '../../engine/target.js';
import { sequences } from '../../explore/sequences/index.js';
import { headerOf } from '../../record/header.js';
import type { Header } from '../../record/lines.js';
import { RecordFile } from '../../record/record-file.js';
import { SecretScan } from '../../record/scan.js';

/**
 * Records a run in this file, with these settings in its header. An error that ends the run is in the record. Returns the number of
 * requests of a run that was not ended early.
 */
export async function recordRun(
  path: string,
  target: Target,
  options: RunOptions,
  settings: Header['settings'] = {},
): Promise<number> {
  const secrets = secretsOf(target);
  const { shard } = options;
  const about = { target: target.name, settings, secrets: secrets.given, ...(shard && { shard }) };
  const file = new RecordFile(path, headerOf(about));
  let requests = 0;
  const record = (event: RunEvent) => {
    file.add(event);
    if (event.type === 'finished') ({ requests } = event);
  };
  const explorers = options.sequences > 0 ? [sequences] : [];
  await run(await allChecks(), target, { ...options, secrets }, record, explorers).catch(() => undefined);
  file.flush();
  const { spellings } = new SecretScan(secrets.known);
  const files = [{ name: 'record', bytes: statSync(path).size, hits: 0 }];
  file.write({ type: 'scanned', files, secrets: secrets.known.length, spellings, hits: 0 });
  file.end();
  return requests;
}
