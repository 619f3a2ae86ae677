import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArguments } from '../arguments.js';
import { plan } from '../plan.js';
import type { Report, Task } from '../report.js';
import { readParts, tasksOf, writePart } from './parts.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const tasks: readonly Task[] = Array.from({ length: 5 }, (_, index) => ({ kind: 'mutant', index }));
const reportOn = (task: Task): Report => ({ ...task, name: `mutant ${task.index}`, problems: [], durationMs: 1 });

async function write(text: string, ...args: readonly string[]): Promise<string> {
  const options = readArguments([
    '--shard',
    text,
    '--save',
    join(folder, `${text.replace('/', '-')}${args.join('')}`),
    ...args,
  ]);
  const { shard = { part: 1, of: 1 }, save = '' } = options;
  const reports = tasksOf(tasks, shard).map(reportOn);
  await writePart(save, { shard, reports, durationMs: 3 }, options, tasks.length);
  return save;
}

test('the parts of a self-test have each task once, and as many of each kind', async () => {
  const all = await plan([], { seed: 1, whole: false });
  const parts = [1, 2, 3].map((part) => tasksOf(all, { part, of: 3 }));
  expect(parts.flat().length).toBe(all.length);
  expect(new Set(parts.flat()).size).toBe(all.length);
  const counts = (kind: Task['kind']) => parts.map((part) => part.filter((task) => task.kind === kind).length);
  for (const kind of ['mutant', 'variant', 'situation'] as const)
    expect(Math.max(...counts(kind)) - Math.min(...counts(kind))).toBeLessThanOrEqual(1);
});

test('the reports of all parts are read together', async () => {
  const files = [await write('2/2'), await write('1/2')];
  const parts = await readParts(files);
  const reports = parts.flatMap((part) => part.reports).toSorted((a, b) => a.index - b.index);
  expect(reports).toEqual(tasks.map(reportOn));
});

test('files that are not the parts of one self-test are refused', async () => {
  const [first, second] = [await write('1/2'), await write('2/2')];
  await expect(readParts([first])).rejects.toThrow('expected part 2 of 2 once, received it 0 times');
  await expect(readParts([first, second, first])).rejects.toThrow('expected part 1 of 2 once, received it 2 times');
  await expect(readParts([first, await write('2/2', '--seed', '2')])).rejects.toThrow('not parts of one self-test');
  await expect(readParts([first, await write('2/3')])).rejects.toThrow('not parts of one self-test');
  await expect(readParts([join(folder, 'none')])).rejects.toThrow('cannot be read');
});

test.each([
  [['--shard', '1/2'], /--shard and --save/],
  [['--shard', '3/2', '--save', 'a'], /such as 2\/4/],
  [['--shard', '1/2', '--save', 'a', '--write'], /--merge/],
  [['--merge'], /expected the files/],
  [['--merge', 'a', '--shard', '1/2', '--save', 'b'], /--merge/],
])('the arguments %j are refused', (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
