import { expect, test } from 'vitest';
import type { RunOptions } from '../../engine/options.js';
import { type Mutant, nameOf } from '../../selftest/mutant.js';
import { allMutants } from '../../selftest/run/load.js';
import { runExplorer } from '../../selftest/run/run-explorer.js';
import { serverWith } from '../../selftest/server/server.js';
import { sequences } from './index.js';

/** Mutants, and requirements that fail on them besides those that they declare, because a get shows that. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  // A rejected or another request after the PATCH, and before the next read, is not to blame.
  ['SURFACE-4: update returns the new values but does not store them', []],
  // Nothing between two gets that differ is to blame.
  ['RESOURCE-14: every second get shows an earlier version', ['RESOURCE-18']],
  // No status follows the final one.
  ['LIFECYCLE-6: a final status adds two entries', []],
];

async function serverOf(name: string, run: Partial<RunOptions> = { seed: 1 }) {
  const mutant = (await allMutants()).find((one: Mutant) => nameOf(one) === name);
  if (!mutant) throw new Error(`there is no mutant ${name}`);
  return { mutant, server: await serverWith([mutant.difference()], run) };
}

test.each(rows)('on the mutant %s, sequences find what it declares and %j, and nothing else', async (name, more) => {
  const { mutant, server } = await serverOf(name);
  const found = [...(await runExplorer(sequences, server)).keys()];
  expect(found.length).toBeGreaterThan(0);
  const allowed: readonly string[] = [mutant.requirement, ...mutant.alsoFails, ...more];
  expect(found.filter((id) => !allowed.includes(id))).toEqual([]);
});

test('a departure of a requirement that is not to be checked is not blamed on one that is', async () => {
  const { server } = await serverOf('CREATE-14: create returns subProvider but does not store it', {
    seed: 10,
    sequences: 6,
  });
  expect([...(await runExplorer(sequences, server, (id) => id === 'UPDATE-8')).keys()]).toEqual([]);
});
