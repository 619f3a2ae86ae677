import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { banner, type Generator } from './contract.js';

/** The modules of runtime/, which the client consists of besides what the document decides. */
export const runtimeFiles = [
  'answer',
  'arguments',
  'caller',
  'deadline',
  'failure',
  'middleware',
  'pages',
  'send',
] as const;

/** generated/runtime/<name>.ts: the module as it is written, because generated/ imports nothing from scripts/. */
export function runtimeModule(name: (typeof runtimeFiles)[number]): Generator {
  const copy: Generator = async () => ({
    path: `generated/runtime/${name}.ts`,
    // npm runs the generator in the package root.
    text: `// ${banner}\n${await readFile(join(process.cwd(), 'scripts/generate/runtime', `${name}.ts`), 'utf8')}`,
  });
  return copy;
}
