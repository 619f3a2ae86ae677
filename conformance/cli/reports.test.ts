import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { recordOf, resultOf } from '../report/testing/values.js';
import type { Io } from './io.js';
import { writeReports } from './reports.js';

/** What the terminal is told of a violation with this to replay. */
async function told(replay?: string): Promise<string> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const output = { write, isTTY: false, columns: 100 };
  const io: Io = { stdout: output, stderr: output, env: {}, interrupted: new AbortController().signal };
  const violated = resultOf({ id: 'GET-1', level: 'MUST', outcome: 'failed', finding: { replay } });
  const ended = { type: 'fault', message: 'gone', exitCode: 69 } as const;
  const planned = { name: 'url', target: { tokens: {} }, options: {} as never, notices: [] } as const;
  await writeReports(recordOf([violated], ended), planned, { color: false, settle: 5 }, io);
  return /^ {4}again {5}(.*)$/m.exec(text)?.[1] ?? '';
}

test('the command that repeats a finding replays it, whatever a shell would make of its text', async () => {
  expect(await told()).toBe("security-actions conform 'the target' --only GET-1 --seed 7 --settle 5");
  expect(await told('12:0:3')).toMatch(/ --settle 5 --replay 12:0:3$/);
  const replay = `0:1 "it's" $HOME \`id\``;
  const command = (await told(replay)).replace(/^security-actions/, `printf '%s\\n'`);
  expect(execFileSync('sh', ['-c', command]).toString().trimEnd().split('\n').slice(-2)).toEqual(['--replay', replay]);
});
