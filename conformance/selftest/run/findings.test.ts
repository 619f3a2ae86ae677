import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { nameOf } from '../mutant.js';
import { serverWith } from '../server/server.js';
import { allMutants } from './load.js';
import { runRequirements } from './run-requirements.js';

const checks = await allChecks();
/** One mutant of each requirement: what its finding says does not depend much on which one it is. */
const mutants = (await allMutants())
  .filter(({ foundBy }) => foundBy === undefined)
  .filter(({ requirement }, index, all) => all.findIndex((one) => one.requirement === requirement) === index)
  .filter((_, index) => process.env.EVERY_FINDING !== undefined || index % 4 === 0);

/** What is wrong with the texts of a finding. */
function faults({ message, expected, received, at, counterexample }: InputFinding): readonly string[] {
  const texts = Object.entries({ message, expected, received });
  return [
    ...texts.filter(([, text]) => text.trim() === '').map(([name]) => `${name} is empty`),
    ...texts
      .filter(([, text]) => /\bundefined\b|\[object |\bNaN\b/.test(text))
      .map(([name, text]) => `${name}: ${text}`),
    ...texts
      .filter(([, text]) => /\b(received|expected) *$/.test(text))
      .map(([name, text]) => `${name} ends too early: ${text}`),
    ...(at === undefined && counterexample === undefined ? [`no place: ${message}`] : []),
    ...(expected === received ? [`expected and received are equal: ${expected}`] : []),
  ];
}

test.each(mutants.map((mutant) => ({ name: nameOf(mutant), mutant })))(
  'each finding says where, what is expected and what was received: $name',
  async ({ mutant }) => {
    const server = await serverWith([mutant.difference()], { seed: 1 });
    const results = await runRequirements([mutant.requirement], checks, server);
    const findings = results.filter(({ outcome }) => outcome === 'failed').flatMap((result) => result.findings);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap(faults)).toEqual([]);
  },
  30_000,
);
