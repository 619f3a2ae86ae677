import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createReference } from '../conformance/reference/index.js';
import { listen } from '../conformance/reference/listen.js';
import { shellCommands } from './code-blocks.js';

const root = join(import.meta.dirname, '..');
const tools = join(root, 'node_modules', '.bin');
const sources = ['conformance', 'generated', 'fixtures', 'spec', 'scripts'];

/** The ways in which users compile the types; see `scripts/package/types.mjs`. */
const { strict, modes } = JSON.parse(readFileSync(join(root, 'scripts/user/compilations.json'), 'utf8')) as {
  readonly strict: object;
  readonly modes: readonly { readonly name: string; readonly file: string; readonly options: object }[];
};

let folder: string;
let user: string;
let tarball: string;
let packed: readonly string[];

/** Packs this package as it would be published, and installs it in an empty project. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  const from = (await isBuilt()) ? root : await builtCopy();
  const [pack] = JSON.parse(await run(from, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder));
  tarball = join(folder, pack.filename);
  packed = pack.files.map(({ path }: { path: string }) => path);
  user = join(folder, 'user');
  await mkdir(user);
  await write({ 'package.json': JSON.stringify({ name: 'user', private: true, type: 'module' }) });
  await run(user, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', tarball);
}, 480_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Standard output of a command. @throws Error with both streams when it fails. */
async function run(cwd: string, command: string, ...rest: readonly string[]): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: undefined, VITEST: undefined };
  const running = promisify(execFile)(command, rest, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  const { stdout } = await running.catch((error: { stdout?: string; stderr?: string; code?: unknown }) => {
    throw new Error(`${command} ${rest.join(' ')} ended with ${error.code}:\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

const program = () => join(user, 'node_modules/.bin/security-actions');
const command = (...rest: readonly string[]) => run(user, program(), ...rest);

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(user, name), text)));
}

/** True when dist/ was compiled from the sources as they are. */
async function isBuilt(): Promise<boolean> {
  return run(root, process.execPath, 'scripts/up-to-date.mjs', '--check').then(
    () => true,
    () => false,
  );
}

/** A copy of the project that is built on its own, because other tests may be using `dist/`. */
async function builtCopy(): Promise<string> {
  const copy = join(folder, 'copy');
  const plain = (await readdir(root, { withFileTypes: true })).flatMap((one) => (one.isFile() ? [one.name] : []));
  for (const name of [...sources, ...plain]) await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Compiling is incremental and compares contents, so an earlier build saves most of it.
  if (existsSync(join(root, 'dist'))) await cp(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  await run(copy, process.execPath, 'scripts/up-to-date.mjs');
  return copy;
}

test('the tarball contains the files that users need', () => {
  for (const file of [
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'conformance/report/report.schema.json',
    'generated/openapi.json',
    'generated/requirements.md',
    'fixtures/README.md',
    'fixtures/schema.json',
    'spec/openapi.yaml',
    'dist/conformance/checks/create/16-parameters-required.case.js',
    'dist/conformance/cli/main.js',
    'dist/conformance/report/html/assets/report.css',
    'dist/conformance/report/html/assets/report.js',
    'dist/generated/validators.js',
    'dist/generated/api.d.ts',
  ])
    expect(packed).toContain(file);
});

test('the release names the repository of its workflow, and fails without one', async () => {
  const release = join(folder, 'package');
  const script = join(root, 'scripts/package/repository.mjs');
  await run(folder, 'tar', '-xf', tarball, 'package/package.json');
  const known = ['GITHUB_SERVER_URL=https://github.com', 'GITHUB_REPOSITORY=example/security-actions-contract'];
  for (const [name, ...variables] of [
    ['GITHUB_SERVER_URL', '--unset=GITHUB_SERVER_URL', known[1]],
    ['GITHUB_REPOSITORY', '--unset=GITHUB_REPOSITORY', known[0]],
  ] as [string, ...string[]][])
    await expect(run(release, 'env', ...variables, process.execPath, script)).rejects.toThrow(
      new RegExp(`ended with 1:[\\s\\S]*expected .* in ${name}, received nothing`),
    );
  await run(release, 'env', ...known, process.execPath, script);
  const [pack] = JSON.parse(await run(release, 'npm', 'pack', '--ignore-scripts', '--json'));
  expect(JSON.parse(await run(release, 'tar', '-xOf', pack.filename, 'package/package.json'))).toMatchObject({
    name: 'security-actions-contract',
    repository: { type: 'git', url: 'git+https://github.com/example/security-actions-contract.git' },
    bugs: { url: 'https://github.com/example/security-actions-contract/issues' },
    homepage: 'https://github.com/example/security-actions-contract#readme',
  });
}, 60_000);

test('the release workflow names the repository before it publishes', async () => {
  const workflow = parse(await readFile(join(root, '.github/workflows/release.yml'), 'utf8'));
  const commands = workflow.jobs.publish.steps.map(({ run }: { run?: string }) => run);
  expect(commands.slice(-2)).toEqual(['node scripts/package/repository.mjs', 'npm publish']);
});

test.each([
  ['mutants', /\.mutants\./],
  ['the self-test', /(^|\/)selftest(\/|\.)/],
  ['tests', /\.test\./],
  ['test helpers', /(^|\/)testing(\/|\.)|\.snapshot\./],
  ['scripts and settings of the project', /(^|\/)(scripts|node_modules|\.ci)\/|tsconfig|tsbuildinfo|\.map$/],
])('the tarball does not contain %s', (_, pattern) => {
  expect(packed.filter((file) => pattern.test(file))).toEqual([]);
});

test('published dependencies are ranges, and development dependencies are exact versions', async () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  // Later minor versions of Prism need a newer Node.js than this package does.
  const range = (name: string) => (name.startsWith('@stoplight/prism-') ? /^~\d+\.\d+\.\d+$/ : /^\^\d+\.\d+\.\d+$/);
  const { vitest: _, ...prism } = peerDependencies;
  for (const [name, version] of Object.entries({ ...dependencies, ...prism }))
    expect([name, version]).toEqual([name, expect.stringMatching(range(name))]);
  for (const [name, version] of Object.entries(devDependencies))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
});

test('publint and attw find nothing wrong with the package', async () => {
  await run(folder, join(tools, 'publint'), '--strict', tarball);
  // The kit is imported by programs of ESM; the data files have no types for the old resolution.
  const kit = ['./conformance', './vitest'];
  const data = Object.keys(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).exports).filter((name) =>
    /\.(json|yaml)$/.test(name),
  );
  await run(folder, join(tools, 'attw'), tarball, '--no-emoji', '--exclude-entrypoints', ...kit, ...data);
  await run(folder, join(tools, 'attw'), tarball, '--no-emoji', '--profile', 'esm-only', '--entrypoints', ...kit);
}, 60_000);

test('the command prints its version, its help and its requirements', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  expect(await run(user, 'npx', '--no-install', 'security-actions', '--version')).toBe(`${version}\n`);
  const help = await command('--help');
  for (const name of ['conform', 'mock', 'serve', 'list', 'explain'])
    expect(help).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
  expect(await command('list')).toContain('CREATE-16');
  expect(await command('explain', 'CREATE-16')).toContain('parameters');
}, 60_000);

test('without Prism, the mock and the embedded targets say what to install', async () => {
  for (const rest of [['mock'], ['conform', 'mock'], ['conform']]) {
    const failing = command(...rest);
    await expect(failing, rest.join(' ')).rejects.toThrow(
      /ended with 64:[\s\S]*Prism is not installed. Install it with `npm install/,
    );
    await expect(failing).rejects.toThrow(/prism-http-server@~\d/);
  }
}, 60_000);

test('the installed package runs against the reference and the mock', async () => {
  // A user installs Prism; this test uses the one of this project.
  await symlink(join(root, 'node_modules', '@stoplight'), join(user, 'node_modules', '@stoplight'));
  await command('conform', 'reference', '--only', 'GET', '--json', 'out.json');
  expect(JSON.parse(await readFile(join(user, 'out.json'), 'utf8'))).toMatchObject({
    schemaVersion: 2,
    summary: { verdict: 'conformant' },
  });
  await command('conform', 'mock', '--only', 'GET-1');
}, 60_000);

test('the commands of the README run in a project of a user', async () => {
  const commands = shellCommands(await readFile(join(root, 'README.md'), 'utf8'));
  const used = commands.filter((line) => line.startsWith('npx security-actions '));
  // The others are `npm ci && npm run conform`, `npm test` and the token of the user.
  expect(used.length).toBe(commands.length - 3);
  const reference = createReference();
  const { url, close } = await listen(reference);
  const { writer } = await reference.tokens.mintAll();
  try {
    for (const line of used) {
      const [name = '', ...rest] = line
        .replace('npx security-actions ', '')
        .replace('http://127.0.0.1:8080/beta', url)
        .replace(/--port \d+/, '--port 0')
        .split(' ');
      if (name === 'mock' || name === 'serve') await expectToServe(name, rest);
      else if (rest.includes('--watch')) await expectToWatch([name, ...rest, ...fewer(name)], writer);
      else await run(user, 'env', `SECURITY_ACTIONS_TOKEN=${writer}`, program(), name, ...rest, ...fewer(name));
    }
  } finally {
    await close();
  }
}, 240_000);

/** Makes a run short: other tests run the kit in full, and here it only has to do what the command line says. */
function fewer(name: string): readonly string[] {
  return name === 'conform' ? ['--effort', 'smoke'] : [];
}

/** Starts a run that watches its target, waits until it does, and interrupts it. */
async function expectToWatch(args: readonly string[], writer: string): Promise<void> {
  const watching = spawn(process.execPath, [program(), ...args], {
    cwd: user,
    env: { ...process.env, SECURITY_ACTIONS_TOKEN: writer },
  });
  const exited = once(watching, 'exit');
  for await (const line of createInterface({ input: watching.stdout }))
    if (line.startsWith('watching the target')) watching.kill('SIGINT');
  expect((await exited)[0]).toBe(130);
}

/** Starts a command that serves, requires a response at the URL that it prints, and stops it. */
async function expectToServe(name: string, rest: readonly string[]): Promise<void> {
  const server = spawn(process.execPath, [program(), name, ...rest], {
    cwd: user,
  });
  let url: string | undefined;
  for await (const line of createInterface({ input: server.stdout })) {
    url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) break;
  }
  const { status } = await fetch(`${url}/security/securityActions`);
  expect([name, status]).toEqual([name, 401]);
  const exited = once(server, 'exit');
  server.kill();
  await exited;
}

// `npm run package:types` compiles the program of a user with other versions of the compiler, and as node16, which is nodenext without
// what came later.
const compilations = new Map<string, string[]>();
for (const { file, options } of modes.filter(({ name }) => !name.includes('node16'))) {
  const key = JSON.stringify(options);
  compilations.set(key, [...(compilations.get(key) ?? []), file]);
}

test.each([...compilations])(
  'types and client compile in a strict project: %s',
  async (options, files) => {
    const client = await readFile(join(root, 'scripts/user/client.ts.txt'), 'utf8');
    await compile(Object.fromEntries(files.map((file) => [file, client])), JSON.parse(options));
  },
  60_000,
);

test('the kit compiles in a strict project without other packages', async () => {
  const use = `
    import { conform, embeddedTarget, type RunEvent } from 'security-actions-contract/conformance';
    import type { RequirementId } from 'security-actions-contract/requirements';
    export const seen: RunEvent['type'][] = [];
    export const running = async () => conform((await embeddedTarget('reference')).target, {}, ({ type }) => seen.push(type));
    // @ts-expect-error the catalogue has no such requirement
    export const unknown: RequirementId = 'NOPE-1';
  `;
  await compile({ 'use.ts': use }, { module: 'nodenext' });
}, 60_000);

/** Compiles files of the user in one program. @throws Error with what the compiler reports. */
async function compile(files: Readonly<Record<string, string>>, options: object): Promise<void> {
  const settings = { compilerOptions: { ...strict, ...options }, files: Object.keys(files) };
  await write({ ...files, 'tsconfig.json': JSON.stringify(settings) });
  await run(user, join(tools, 'tsc'), '-p', '.');
}

test('the installed package is light, and runs nothing when it is installed', async () => {
  const { packages } = JSON.parse(await readFile(join(user, 'node_modules/.package-lock.json'), 'utf8'));
  expect(Object.keys(packages).length).toBeLessThanOrEqual(20);
  expect(Object.values<{ hasInstallScript?: true }>(packages).filter((one) => one.hasInstallScript)).toEqual([]);
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(name);
});

test('a program of CommonJS can require the client and the data', async () => {
  await write({
    'use.cjs': `
      const { createSecurityActionsClient, SecurityActionsError } = require('security-actions-contract');
      const { finalStatuses } = require('security-actions-contract/lifecycle');
      const { validateSecurityActionCreate } = require('security-actions-contract/validators');
      const { requirements } = require('security-actions-contract/requirements');
      const client = createSecurityActionsClient({ baseUrl: 'http://127.0.0.1:9', fetch: async () => Response.json({ id: '1' }) });
      client.getSecurityAction('1').then(({ data }) =>
        console.log(JSON.stringify([data.id, typeof SecurityActionsError, finalStatuses, validateSecurityActionCreate({}), requirements['CREATE-16'].level])));
    `,
  });
  expect(JSON.parse(await run(user, process.execPath, 'use.cjs'))).toEqual([
    '1',
    'function',
    ['Completed', 'Failed'],
    false,
    'MUST',
  ]);
});

test('every entry point can be imported, and the data files can be read', async () => {
  await write({
    'use.js': `
      import { existsSync, readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      import { fileURLToPath } from 'node:url';
      import { createSecurityActionsClient } from 'security-actions-contract';
      import { conform, embeddedTarget } from 'security-actions-contract/conformance';
      import { requirements } from 'security-actions-contract/requirements';
      import { validateSecurityActionCreate } from 'security-actions-contract/validators';
      import imported from 'security-actions-contract/openapi.json' with { type: 'json' };
      import schema from 'security-actions-contract/report.schema.json' with { type: 'json' };
      const required = createRequire(import.meta.url)('security-actions-contract/openapi.json');
      const path = fileURLToPath(import.meta.resolve('security-actions-contract/fixtures/documented/create.json'));
      const { request } = JSON.parse(readFileSync(path, 'utf8'));
      const { target } = await embeddedTarget('reference');
      const client = createSecurityActionsClient({ baseUrl: target.url, token: target.tokens.writer, fetch: target.fetch });
      const { response } = await client.createSecurityAction(request.body);
      const { exitCode } = await conform(target, { only: ({ id }) => id === 'GET-1' });
      console.log(JSON.stringify([
        imported.openapi, required.openapi, typeof schema.$schema, Object.keys(requirements).length > 200,
        validateSecurityActionCreate(request.body), response.status, exitCode,
      ]));
    `,
  });
  expect(JSON.parse(await run(user, process.execPath, '--no-warnings', 'use.js'))).toEqual([
    '3.1.0',
    '3.1.0',
    'string',
    true,
    true,
    201,
    0,
  ]);
}, 60_000);

test('a Vitest suite of a user runs requirements as tests, in two parts whose reports Vitest merges', async () => {
  // A user installs Vitest; this test uses the one of this project.
  await symlink(join(root, 'node_modules', 'vitest'), join(user, 'node_modules', 'vitest'));
  const requirements = ['CREATE-16', 'GET-1', 'GET-2', 'LIST-1'];
  const part = (shard: string) => `
    import { describeConformance } from 'security-actions-contract/vitest';
    describeConformance('reference', { only: ${JSON.stringify(requirements)}, shard: '${shard}' });
  `;
  await write({ 'one.part.js': part('1/2'), 'two.part.js': part('2/2') });
  await write({ 'vitest.config.js': `export default { test: { include: ['*.part.js'] } };` });
  const vitest = (...rest: readonly string[]) => run(user, join(tools, 'vitest'), 'run', '--root', user, ...rest);
  for (const shard of ['1/2', '2/2']) await vitest('--reporter=blob', '--shard', shard);
  const { testResults } = JSON.parse(await vitest('--merge-reports', '--reporter=json'));
  expect(testResults).toHaveLength(2);
  const tests: { title: string; status: string }[] = testResults.flatMap(
    ({ assertionResults }: { assertionResults: unknown }) => assertionResults,
  );
  const outcomes = tests.map(({ title, status }) => `${title.replace(/ [A-Z]+: .*/, '')} ${status}`).sort();
  const others = 'requirements of the other parts passed';
  expect(outcomes).toEqual([...requirements.map((id) => `${id} passed`), others, others]);
}, 60_000);
