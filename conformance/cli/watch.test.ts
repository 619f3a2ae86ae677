import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { main } from './program.js';

let ledger: string;
beforeAll(async () => {
  ledger = await mkdtemp(join(tmpdir(), 'watch-'));
});
afterAll(() => rm(ledger, { recursive: true }));

/** Watches a reference. `waiting(n)` resolves when the run with this number is over; `change` gives its responses another field. */
async function watch() {
  const server = createReference();
  let version = '';
  const { writer } = await server.tokens.mintAll();
  const fetch = async (request: Request) => {
    const response = await server.fetch(request);
    const headers = new Headers(response.headers);
    if (version !== '') headers.set('x-version', version);
    return new Response(response.body, { status: response.status, headers });
  };
  const { url, close } = await listen({ ...server, fetch });
  const keys = new PassThrough();
  const interrupt = new AbortController();
  let parent = 7;
  let stdout = '';
  const seen: { count: number; resolve: () => void }[] = [];
  const runs = () => stdout.split('watching the target').length - 1;
  const output = {
    write: (text: string) => {
      stdout += text;
      for (const { count, resolve } of seen) if (runs() >= count) resolve();
    },
    isTTY: false,
    columns: 100,
  };
  const io = {
    stdout: output,
    stderr: { ...output, write: () => undefined },
    env: { SECURITY_ACTIONS_TOKEN: writer },
    stdin: keys,
    parentId: () => parent,
    interrupted: interrupt.signal,
  };
  const argv = ['conform', url, '--only', 'LIST-1', '--watch', '--quiet', '--ledger', ledger];
  const ended = main(argv, io).finally(close);
  return {
    ended,
    interrupt,
    press: (key: string) => keys.write(key),
    endKeys: () => keys.end(),
    orphan: () => {
      parent = 1;
    },
    waiting: (count: number) =>
      new Promise<void>((resolve) => (runs() >= count ? resolve() : seen.push({ count, resolve }))),
    change: () => {
      version = '2';
    },
    stdout: () => stdout,
  };
}

test('Enter runs again, and q ends with the exit code of the last run', async () => {
  const { ended, press, waiting, stdout } = await watch();
  await waiting(1);
  press('\r');
  await waiting(2);
  press('q');
  expect(await ended).toBe(0);
  expect(stdout().match(/1 MUST requirement passed/g)).toHaveLength(2);
});

test('a target that responds otherwise is checked again, and an interrupt ends the watch', async () => {
  const { ended, interrupt, change, waiting, stdout } = await watch();
  await waiting(1);
  change();
  await waiting(2);
  expect(stdout()).toContain('the target responds otherwise');
  interrupt.abort();
  expect(await ended).toBe(130);
});

test.each(['endKeys', 'orphan'] as const)('a watch that nobody can end any more ends by itself (%s)', async (how) => {
  const watching = await watch();
  await watching.waiting(1);
  watching[how]();
  expect(await watching.ended).toBe(0);
});
