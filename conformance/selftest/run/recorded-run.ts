import { statSync } from 'node:fs';
import { allChecks } from '../../checks/registry.js';
import { secretsOf } from '../../engine/http/secrets/secrets.js';
import type { RunOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import type { Target } from '../../engine/target.js';
import { sequences } from '../../explore/sequences/index.js';
import { headerOf } from '../../record/header.js';
import { RecordFile } from '../../record/record-file.js';
import { SecretScan } from '../../record/scan.js';

/** Records a run in this file. An error that ends the run is in the record. */
export async function recordRun(path: string, target: Target, options: RunOptions): Promise<void> {
  const secrets = secretsOf(target);
  const file = new RecordFile(path, headerOf({ target: target.name, settings: {}, secrets: secrets.given }));
  const settings = { ...options, secrets };
  await run(await allChecks(), target, settings, (event) => file.add(event), [sequences]).catch(() => undefined);
  file.flush();
  const { spellings } = new SecretScan(secrets.known);
  const files = [{ name: 'record', bytes: statSync(path).size, hits: 0 }];
  file.write({ type: 'scanned', files, secrets: secrets.known.length, spellings, hits: 0 });
  file.end();
}
