import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';

let document: unknown;

/** The bundled OpenAPI document, read once. */
export function contractDocument(): unknown {
  document ??= JSON.parse(readFileSync(join(packageRoot(), 'generated', 'openapi.json'), 'utf8'));
  return document;
}
