import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { laxCreate } from './testing/defects.js';
import { runCommandLine } from './testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-failed-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A reference on a free port that accepts a create without parameters until it is mended. */
async function serve() {
  const { behaviour } = laxCreate();
  const [lax, right] = [createReference(behaviour && { behaviour }), createReference()];
  const state = { isMended: false };
  const fetch = (request: Request) => (state.isMended ? right : lax).fetch(request);
  const { url, close } = await listen({ ...lax, fetch });
  const tokens = { lax: (await lax.tokens.mintAll()).writer, right: (await right.tokens.mintAll()).writer };
  const ledger = await mkdtemp(join(folder, 'ledger-'));
  const conform = (...args: readonly string[]) =>
    runCommandLine(['conform', url, '--ledger', ledger, ...args], {
      env: { SECURITY_ACTIONS_TOKEN: state.isMended ? tokens.right : tokens.lax },
    });
  return { state, close, conform, ledger, url };
}

/** The requirements that a run checked, and its seed. */
async function checked(args: (json: string) => Promise<{ stderr: string; code: number }>) {
  const json = join(folder, 'report.json');
  const { stderr, code } = await args(json);
  const { results, seed } = JSON.parse(await readFile(json, 'utf8'));
  const ids = results
    .filter(({ outcome }: { outcome: string }) => outcome !== 'not-selected')
    .map(({ id }: { id: string }) => id);
  return { stderr, code, seed, ids };
}

const some = ['--only', 'CREATE-16,GET-3,LIST-1'];

test('--last-failed checks what failed, with the same seed, until nothing does', async () => {
  const { state, close, conform } = await serve();
  try {
    expect((await conform(...some, '--seed', '5')).code).toBe(1);
    // A run on something else leaves it open.
    expect((await conform('--only', 'LIST-1')).code).toBe(0);
    const failing = await checked((json) => conform('--last-failed', '--json', json));
    expect(failing).toMatchObject({ code: 1, ids: ['CREATE-16'], seed: 5 });
    expect(failing.stderr).toContain('1 requirement that failed or was inconclusive in the last run, with the seed 5');
    state.isMended = true;
    expect(await checked((json) => conform('--last-failed', '--json', json))).toMatchObject({
      code: 0,
      ids: ['CREATE-16'],
    });
    const after = await checked((json) => conform(...some, '--last-failed', '--json', json));
    expect(after).toMatchObject({ code: 0, ids: ['CREATE-16', 'GET-3', 'LIST-1'] });
    expect(after.stderr).toContain(
      'nothing that is selected failed or was inconclusive in the last run: everything that is selected is checked',
    );
  } finally {
    await close();
  }
});

test('--last-failed reads a record, also for another target', async () => {
  const { close, conform } = await serve();
  try {
    const record = join(folder, 'run.ndjson');
    await conform(...some, '--seed', '6', '--record', record);
    const again = await checked((json) => conform('--json', json, '--last-failed', record));
    expect(again).toMatchObject({ ids: ['CREATE-16'], seed: 6, code: 1 });
    const reference = await runCommandLine(['conform', 'reference', '--quiet', '--last-failed', record]);
    expect(reference).toMatchObject({ code: 0, stdout: expect.stringContaining('1 MUST requirement passed') });
  } finally {
    await close();
  }
});

test('a run without findings keeps nothing', async () => {
  const { close, conform, state, ledger } = await serve();
  try {
    state.isMended = true;
    expect((await conform('--only', 'GET-3')).code).toBe(0);
    await expect(readFile(join(ledger, 'last-run.json'))).rejects.toThrow('ENOENT');
  } finally {
    await close();
  }
});

test('a requirement that the contract no longer has is not selected, and not kept', async () => {
  const { close, conform, ledger } = await serve();
  const file = join(ledger, 'last-run.json');
  try {
    expect((await conform('--only', 'CREATE-16')).code).toBe(1);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('CREATE-16', 'CREATE-999'));
    const all = await checked((json) => conform('--only', 'CREATE-16,LIST-1', '--last-failed', '--json', json));
    expect(all).toMatchObject({ code: 1, ids: ['CREATE-16', 'LIST-1'] });
    expect(all.stderr).toContain('everything that is selected is checked');
    const { targets } = JSON.parse(await readFile(file, 'utf8'));
    expect(targets[0].open.map(({ id }: { id: string }) => id)).toEqual(['CREATE-16']);
  } finally {
    await close();
  }
});

test.each([
  [['conform', 'reference', '--last-failed'], /of mock and reference no run is kept/],
  [['conform', 'http://127.0.0.1:9/beta', '--last-failed', 'none.ndjson'], /none.ndjson cannot be read/],
  [['conform', 'http://127.0.0.1:9/beta', '--replay', '0/12:3:0/AABG:F', '--seed', '1', '--last-failed'], /contradict/],
  [['conform', '--watch'], /--watch needs one target/],
])('%j is refused', async (argv, message) => {
  expect(await runCommandLine(argv)).toMatchObject({ code: 64, stderr: expect.stringMatching(message) });
});
