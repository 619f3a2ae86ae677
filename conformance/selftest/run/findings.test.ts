import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { serverWith } from '../server/server.js';
import { allMutants } from './load.js';
import { runRequirements } from './run-requirements.js';

const checks = await allChecks();
const mutants = (await allMutants()).filter(({ foundBy }) => foundBy === undefined);
const requirements = [...new Set(mutants.map(({ requirement }) => requirement))].filter(
  (_, index) => process.env.EVERY_FINDING !== undefined || index % 4 === 0,
);

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

test.each(requirements)(
  'each finding says where, what is expected and what was received: %s',
  async (requirement) => {
    // What a finding says does not depend much on the mutant, so the first one is enough that the requirement alone kills.
    for (const mutant of mutants.filter((one) => one.requirement === requirement)) {
      const server = await serverWith([mutant.difference()], { seed: 1 });
      const results = await runRequirements([requirement], checks, server);
      const findings = results.filter(({ outcome }) => outcome === 'failed').flatMap((result) => result.findings);
      expect(findings.flatMap(faults)).toEqual([]);
      if (findings.length > 0) return;
    }
    throw new Error('no mutant is killed');
  },
  30_000,
);
