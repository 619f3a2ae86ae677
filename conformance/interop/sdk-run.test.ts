import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../engine/package-root.js';
import { calls, readSdkFolders, type SdkProgram } from './sdk-folder.js';
import { resultsIn, unexpectedOf } from './sdk-run.js';

const throttled = ['GET /beta/security/securityActions 429', 'GET /beta/security/securityActions 200'];
const printed = (problems: Readonly<Record<string, string>> = {}) =>
  ['a warning', ...calls.map((call) => JSON.stringify({ call, problem: problems[call] }))].join('\n');
const program: SdkProgram = {
  sdk: 'an SDK',
  ...{ start: [], packages: [] },
  limits: [{ call: '$count', because: 'it has no count' }, { because: 'it is slow' }],
};
const failures = (output: string, responses = throttled) =>
  resultsIn(output, responses).filter(({ problem }) => problem !== undefined);

test('a call passes when the program printed no problem', () => {
  expect(failures(printed())).toEqual([]);
  expect(failures(printed({ get: 'no id' }))).toEqual([{ call: 'get', problem: 'no id' }]);
});

test('calls that the program did not print failed, with the last line of its output as the reason', () => {
  const cut = `${printed().split('\n').slice(0, 3).join('\n')}\nOut of memory`;
  expect(failures(cut)).toHaveLength(calls.length - 2);
  expect(failures(cut)[0]).toEqual({ call: 'list', problem: 'the program did not get there: Out of memory' });
});

test.each([
  ['no request was rejected with 429', ['GET / 200', 'GET / 200']],
  ['a request was repeated before Retry-After', ['GET / 200', 'GET / 429', 'GET / 429', 'GET / 200']],
])('the call about 429 failed because %s', (problem, responses) => {
  expect(failures(printed(), responses)).toEqual([{ call: '429 with Retry-After', problem }]);
});

test('a failure without a limit is unexpected, and so is a limit without a failure', () => {
  const unexpected = (output: string) => unexpectedOf(program, resultsIn(output, throttled));
  expect(unexpected(printed({ $count: 'undefined' }))).toEqual([]);
  expect(unexpected(printed({ $count: 'undefined', get: 'no id' }))).toEqual([{ call: 'get', problem: 'no id' }]);
  expect(unexpected(printed())).toEqual([{ call: '$count', problem: 'it works, but sdk.json has a limit' }]);
});

test('the page shows the versions and the limits of every sdk.json', async () => {
  const page = await readFile(join(packageRoot(), 'docs/sdks.md'), 'utf8');
  for (const { programs } of await readSdkFolders(join(packageRoot(), 'conformance/interop/sdks'))) {
    for (const { packages, limits } of programs) {
      for (const text of [...packages, ...limits.map(({ because }) => because)]) expect(page).toContain(text);
    }
  }
});
