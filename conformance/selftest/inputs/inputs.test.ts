import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { completeOptions, defaultOptions } from '../../engine/options.js';
import { packageRoot } from '../../engine/package-root.js';
import type { RunEvent } from '../../engine/run/events.js';
import { run } from '../../engine/run/run.js';
import { Session } from '../../engine/run/session/session.js';
import { sequences } from '../../explore/sequences/index.js';
import { embeddedTarget } from '../../targets.js';
import { allMutants } from '../run/load.js';
import { chosenPath } from './choice.js';
import { cover } from './cover.js';
import { readMeasured } from './measured.js';
import { findersOfMutants } from './whole-run.js';
import { inputFiles } from './write.js';

const checks = await allChecks();
const measured = await readMeasured();
const hint = 'the measurement of inputs is out of date: run npm run selftest -- inputs --write';

test('the chosen inputs are those that the measurement gives', async () => {
  const text = await readFile(join(packageRoot(), chosenPath), 'utf8');
  expect(text, 'run npm run selftest -- --render').toBe(inputFiles(measured).get(chosenPath));
});

test('every input on the reference is measured under its name', async () => {
  const { target } = await embeddedTarget('reference');
  const session = new Session(checks, target, completeOptions({ seed: 1 }));
  try {
    await session.probe();
    const present = session.cases
      .filter(({ id }) => session.notApplicable(id) === undefined)
      .map((check) => [check.id, session.jobs(check).map(({ input }) => check.named(input as never))]);
    const names = Object.entries(measured.inputs).map(([id, all]) => [id, all.map(([name]) => name)]);
    expect(Object.fromEntries(names), hint).toEqual(Object.fromEntries(present));
  } finally {
    await session.cleanUp();
    await session.close();
  }
});

test('every mutant that an input can kill is measured', async () => {
  const present = (await allMutants()).filter(({ foundBy }) => foundBy === undefined);
  const missing = present.filter(({ requirement, defect }) => !measured.kills[requirement]?.[defect]);
  expect(
    missing.map(({ requirement, defect }) => `${requirement}: ${defect}`),
    hint,
  ).toEqual([]);
});

test('what sequences and the audit find is what the mutants say', async () => {
  expect(measured.foundBy, hint).toEqual(await findersOfMutants());
});

test('the requests of every case and of sequences in a whole run are measured', () => {
  expect(Object.keys(measured.inputs).filter((id) => !measured.wholeRun[id])).toEqual([]);
  const each = (measured.wholeRun.sequences ?? 0) / defaultOptions.sequences;
  expect(Math.abs((sequences.requestsEach ?? 0) - each), 'requestsEach of explore/sequences').toBeLessThan(3);
});

test('a rule has an input for every kind of exchange that it judges, and for every mutant of it', () => {
  const rules = checks.filter((check) => check.kind === 'rule');
  for (const { id, shownBy = {} } of rules) {
    const chosen = Object.entries(shownBy).flatMap(([caseId, names = []]) =>
      names.map((name) => `${caseId}/${measured.inputs[caseId]?.findIndex(([one]) => one === name)}`),
    );
    for (const [element, inputs] of Object.entries({ ...measured.kinds[id], ...measured.kills[id] }))
      expect(
        inputs.some((input) => chosen.includes(input)),
        `${id}: ${element}`,
      ).toBe(true);
  }
});

test('a smoke run sends at most 1,000 requests and accepts the reference', async () => {
  const { target } = await embeddedTarget('reference');
  const events: RunEvent[] = [];
  const { exitCode } = await run(checks, target, completeOptions({ effort: 'smoke', seed: 1 }), (event) =>
    events.push(event),
  );
  const finished = events.at(-1);
  expect(exitCode).toBe(0);
  expect(finished).toMatchObject({ type: 'finished', verdict: 'conformant' });
  expect(finished?.type === 'finished' ? finished.requests : undefined).toBeLessThanOrEqual(1_000);
});

test('a cover takes what adds most for its cost, and stops at the budget', () => {
  const candidates = [
    { key: 'dear', cost: 4, covers: ['a', 'b', 'c'] },
    { key: 'cheap', cost: 1, covers: ['a'] },
    { key: 'other', cost: 2, covers: ['b', 'd'] },
    { key: 'useless', cost: 1, covers: ['d'] },
  ];
  expect(cover(candidates)).toEqual(['cheap', 'other', 'dear']);
  expect(cover(candidates, () => 1, 3)).toEqual(['cheap', 'other']);
  expect(cover(candidates, (element) => (element === 'c' ? 10 : 1))[0]).toBe('dear');
});
