import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadContract } from './generate/load-spec.js';
import { renderAll } from './generate/outputs.js';
import { problemsOf } from './generate/problems.js';

/** `npm run check`: fails when generated/ does not match spec/, or when the catalogue has an error. */
const root = process.cwd();
const contract = await loadContract(root);
const { outputs, failures } = await renderAll(contract);
const problems = [...problemsOf(contract), ...failures];

const entries = await readdir(join(root, 'generated'), { recursive: true, withFileTypes: true });
const present = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
for (const path of present) {
  // After a failure the list of outputs is incomplete.
  if (failures.length === 0 && !outputs.some((output) => output.path === path)) {
    problems.push(`${path} is not an output of \`npm run generate\`; delete it`);
  }
}
for (const { path, text } of outputs) {
  const found = present.includes(path) ? await readFile(join(root, path), 'utf8') : undefined;
  if (found !== text)
    problems.push(`${path} is ${found === undefined ? 'missing' : 'out of date'}; run \`npm run generate\``);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `${outputs.length} generated files are up to date and ${contract.requirements.length} requirements are valid`,
  );
