import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadContract } from './generate/load-spec.js';
import { renderAll } from './generate/outputs.js';
import { problemsOf } from './generate/problems.js';

/** `npm run generate`: writes generated/ from spec/. npm runs it in the package root. */
const root = process.cwd();
const contract = await loadContract(root);
const { outputs, failures } = await renderAll(contract);

for (const { path, text } of outputs) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  console.log(`wrote ${path}`);
}
for (const problem of problemsOf(contract)) console.warn(`warning: ${problem}`);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
