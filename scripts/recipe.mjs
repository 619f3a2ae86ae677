// `npm run recipe`: walks the recipe of CONTRIBUTING.md in a temporary clone and exits with 1 when a step does not do what it says there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
const clone = join(folder, 'clone');
const verbose = process.argv.includes('--verbose');

/** Runs a command. Returns its exit code and everything it wrote. */
function run(cwd, command, ...rest) {
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: undefined, VITEST: undefined };
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (verbose) console.log(`${[command, ...rest].join(' ')} exited with ${status}\n${stdout}${stderr}`);
  return { code: status, output: `${stdout}${stderr}` };
}

class StepFailed extends Error {}

/** Runs an npm script of the recipe in the clone and requires an exit code. */
function expectCode(code, sentence, ...script) {
  const documented = `npm run ${script
    .join(' ')
    .replace(/ --json .*/, '')
    .replace(/GET-\d+/, '<ID>')}`;
  if (!read('CONTRIBUTING.md').includes(`\`${documented}\``))
    throw new StepFailed(`${sentence}: expected CONTRIBUTING.md to name the command \`${documented}\``);
  const result = run(clone, 'npm', 'run', '--silent', ...script);
  if (result.code === code) return;
  const line = `npm run ${script.join(' ')}`;
  throw new StepFailed(
    `${sentence}: expected \`${line}\` to exit with ${code}, but it exited with ${result.code}:\n${result.output}`,
  );
}

/** Clones the last commit and applies what is changed since: the recipe is tried on the sources as they are. */
function makeClone() {
  const cloned = run(folder, 'git', 'clone', '--quiet', root, 'clone');
  if (cloned.code !== 0) throw new StepFailed(`Cloning the repository failed:\n${cloned.output}`);
  const changed = run(
    root,
    'git',
    'ls-files',
    '-z',
    '--modified',
    '--deleted',
    '--others',
    '--exclude-standard',
  ).output;
  for (const file of new Set(changed.split('\0').filter((file) => file !== '' && file !== 'node_modules'))) {
    if (existsSync(join(root, file))) cpSync(join(root, file), join(clone, file));
    else rmSync(join(clone, file), { force: true });
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  // Compiling is incremental and compares contents, so an earlier build saves most of the first compilation.
  if (existsSync(join(root, 'dist'))) cpSync(join(root, 'dist'), join(clone, 'dist'), { recursive: true });
}

const read = (path) => readFileSync(join(clone, path), 'utf8');
const write = (path, text) => writeFileSync(join(clone, path), text);

/** The next free number of an area, according to the snapshot of the ids. */
function nextNumber(snapshot, area) {
  return snapshot[area].at(-1) + 1;
}

function addRequirement(number) {
  write(
    'spec/requirements/get.yaml',
    `${read('spec/requirements/get.yaml').trimEnd()}

- id: GET-${number}
  level: MUST
  says: A get returns the \`name\` that the create sent.
  basis: page
  source: 'docs: securityaction-get, Response'
  operations: [get]
  needs: [stateful]
`,
  );
  const snapshot = JSON.parse(read('scripts/requirement-ids.snapshot.json'));
  snapshot.GET.push(number);
  write('scripts/requirement-ids.snapshot.json', JSON.stringify(snapshot));
}

/** A check that creates an action with the name Recipe and expects a get to return the name `expected`. */
function checkText(number, expected) {
  return `import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';

export default scenario('GET-${number}', {
  given: (world) => world.action({ body: { name: 'Recipe', parameters: [{ name: 'IP', value: '192.0.2.1' }] } }),
  when: (world, { id }) => world.get(id),
  then: (reply) => expectEqual(expectEntity(reply).name, '${expected}', '/name', reply.exchange),
});
`;
}

/** A mutant whose actions are shown with the name `shown`. */
function mutantText(number, shown) {
  return `import { mutant } from '../../selftest/mutant.js';

export const mutants = [
  mutant('GET-${number}', 'an action is shown under another name', {
    behaviour: { present: (action) => ({ ...action, name: '${shown}' }) },
  }),
];
`;
}

function walk() {
  makeClone();
  const number = nextNumber(JSON.parse(read('scripts/requirement-ids.snapshot.json')), 'GET');
  const id = `GET-${number}`;
  const base = `conformance/checks/get/${number}-name-is-returned`;
  const renamed = `conformance/checks/get/${number}-name-is-kept`;
  const conform = ['conform', '--', 'reference', '--only', id, '--json', 'out.json'];
  addRequirement(number);
  write(`${base}.case.ts`, checkText(number, 'Recipe'));
  write(`${base}.mutants.ts`, mutantText(number, 'Other'));
  expectCode(0, 'Generating after a requirement was added', 'generate');
  expectCode(0, 'Running the new check', ...conform);
  const result = JSON.parse(read('out.json')).results.find((one) => one.id === id);
  if (result?.outcome !== 'passed')
    throw new StepFailed(
      `Running the new check: expected ${id} to pass on the reference, but its outcome is ${result?.outcome}`,
    );
  expectCode(0, 'Running the self-test of the new check', 'selftest', '--', id);
  // The same after a rename and an edit of both files: older code would exit with 0, or the check would exist twice. Above, `conform` had to
  // compile; here it is the self-test.
  for (const end of ['case.ts', 'mutants.ts'])
    renameSync(join(clone, `${base}.${end}`), join(clone, `${renamed}.${end}`));
  write(`${renamed}.case.ts`, checkText(number, 'Another'));
  write(`${renamed}.mutants.ts`, mutantText(number, 'Another'));
  expectCode(1, 'Running the self-test of a mutant that was changed so that it survives', 'selftest', '--', id);
  expectCode(1, 'Running a check that was changed to expect what the reference does not do', ...conform);
  return id;
}

try {
  const id = walk();
  console.log(
    `The recipe of CONTRIBUTING.md works: the check of a new requirement (${id}) ran, and its mutant was killed.`,
  );
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
