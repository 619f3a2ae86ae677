import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from '../../../generated/requirements.js';
import { packageRoot } from '../../engine/package-root.js';
import type { Result } from '../../engine/run/outcome.js';
import type { ContractPlace } from '../../report/exports/sarif.js';

const lines = new Map<string, readonly string[]>();

/** The line of the catalogue at which the contract states a requirement. */
export function contractPlace(id: Result['id']): ContractPlace {
  const file = `spec/requirements/${requirements[id].area.toLowerCase()}.yaml`;
  const known = lines.get(file) ?? readFileSync(join(packageRoot(), file), 'utf8').split('\n');
  lines.set(file, known);
  return { file, line: Math.max(0, known.indexOf(`- id: ${id}`)) + 1 };
}
