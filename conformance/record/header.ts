import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { requirements } from '../../generated/requirements.js';
import { packageName, packageRoot, packageVersion } from '../engine/package-root.js';
import { type Header, recordVersion } from './lines.js';

/** The header of a record that begins now. */
export function headerOf({
  target,
  named,
  shard,
  settings,
  secrets,
}: Pick<Header, 'target' | 'named' | 'shard' | 'settings' | 'secrets'>): Header {
  return {
    type: 'header',
    version: recordVersion,
    kit: { name: packageName, version: packageVersion() },
    digests: {
      contract: sha256(readFileSync(join(packageRoot(), 'generated/openapi.json'))),
      catalogue: sha256(JSON.stringify(requirements)),
    },
    node: process.version,
    platform: platform(),
    startedAt: new Date().toISOString(),
    target,
    ...(named !== undefined && { named }),
    ...(shard && { shard }),
    settings,
    secrets,
  };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
