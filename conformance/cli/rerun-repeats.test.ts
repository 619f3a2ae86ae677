import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { type Defect, laxCreate, lostUpdates, staleName } from './testing/defects.js';
import { runCommandLine } from './testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rerun-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Serves the reference with a defect on a free port. */
async function serve({ behaviour, intercept }: Defect) {
  const reference = createReference(behaviour && { behaviour });
  const fetch = (request: Request) => (intercept ? intercept(request, reference.fetch) : reference.fetch(request));
  const { writer } = await reference.tokens.mintAll();
  return { ...(await listen({ ...reference, fetch })), env: { SECURITY_ACTIONS_TOKEN: writer } };
}

/** What a requirement failed with, from the JSON report of a run. */
async function failure(argv: readonly string[], env: Readonly<Record<string, string>>, id: string) {
  const file = join(folder, 'report.json');
  const { stdout, code } = await runCommandLine([...argv, '--json', file], { env });
  const { results } = JSON.parse(await readFile(file, 'utf8'));
  const { outcome, findings } = results.find((one: { id: string }) => one.id === id);
  const [{ input, at, counterexample = [] }] = findings;
  return { code, outcome, finding: { input, at, steps: counterexample.length }, stdout };
}

/** The arguments that a shell passes for the printed command. */
function printedArguments(stdout: string, env: Readonly<Record<string, string>>): readonly string[] {
  const command = /^ {4}rerun +security-actions (.*)$/m.exec(stdout)?.[1] ?? '';
  const output = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { env: { PATH: process.env.PATH, ...env } });
  return output.toString().split('\0').slice(0, -1);
}

test.each<[kind: string, id: string, defect: () => Defect, options: readonly string[]]>([
  ['case', 'CREATE-16', laxCreate, ['--sequences', '0']],
  ['race', 'LIFECYCLE-16', lostUpdates, ['--sequences', '0', '--races', '1', '--concurrency', '3']],
  ['sequence', 'UPDATE-4', staleName, ['--sequences', '25', '--settle', '500', '--budget', '60000']],
])('the printed command repeats the failure of a %s: %s', { timeout: 60_000 }, async (_, id, defect, options) => {
  const { url, close, env } = await serve(defect());
  try {
    const token = ['--token', env.SECURITY_ACTIONS_TOKEN];
    const first = await failure(['conform', url, '--only', id, ...options, ...token], {}, id);
    expect(first).toMatchObject({ code: 1, outcome: 'failed' });
    const printed = printedArguments(first.stdout, env);
    for (const argument of [...options, ...token]) expect(printed).toContain(argument);
    const again = await failure(printed, {}, id);
    expect(again).toMatchObject({ code: 1, outcome: 'failed', finding: first.finding });
  } finally {
    await close();
  }
});
