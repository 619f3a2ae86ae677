import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { situation } from '../situation.js';
import { allSituations } from './load.js';
import { runSituation } from './run-situation.js';

const effort = { whole: false, seed: 1 };
const checks = await allChecks();
const situations = await allSituations();

test('no two situations have the same name', () => {
  const names = situations.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test('a situation that the contract allows expects no failure of a MUST', () => {
  const allowed = situations.filter(({ standing }) => standing === 'allowed');
  expect(allowed.filter(({ expected }) => expected.exitCode === 1).map(({ name }) => name)).toEqual([]);
});

test.each(situations.filter(({ name }) => /base URL|is signed by itself|in its own words/.test(name)))(
  'the run ends before its first case as expected: $name',
  async (one) => {
    expect((await runSituation(one, checks, effort)).problems).toEqual([]);
  },
);

test('each expectation that is not met is a problem', async () => {
  const wrong = situation(
    'made up',
    'fault',
    {},
    { exitCode: 1, fails: ['LIST-1'], says: [/never said/] },
    { only: ['LIST-1'] },
  );
  const { problems } = await runSituation(wrong, checks, effort);
  expect(problems).toEqual([
    'expected exit code 1, received 0',
    expect.stringMatching(/^LIST-1 must fail, but does not/),
    expect.stringMatching(/^the report must say each of \/never said\//),
  ]);
});

test('a failure that is not expected is a problem', async () => {
  const broken = situation(
    'made up',
    'allowed',
    { fetch: () => () => Response.json({}) },
    { exitCode: 0 },
    { only: ['LIST-1'] },
  );
  const { problems } = await runSituation(broken, checks, effort);
  expect(problems.join()).toMatch(/expected exit code 0, received [12]/);
});
