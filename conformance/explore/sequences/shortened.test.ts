import { expect, test } from 'vitest';
import { mutants } from '../../checks/create/14-vendor-information-is-returned.mutants.js';
import { runExplorer } from '../../selftest/run/run-explorer.js';
import { serverWith } from '../../selftest/server/server.js';
import { sequences } from './index.js';

/** What sequences find on a server whose creates change a property: any create that sends it fails. */
async function found(replay?: string) {
  const defect = mutants.find(({ defect }) => defect === 'create reads providerVersion as a number');
  if (!defect) throw new Error('expected the mutant to exist, received none');
  const server = await serverWith([defect.difference()], { seed: 1, sequences: 4, ...(replay && { replay }) });
  return (await runExplorer(sequences, server)).get('CREATE-14');
}

test('a sequence that fails in its first step is not shortened to one that fails later, and its position repeats it', async () => {
  const { counterexample, replay } = (await found()) ?? {};
  expect(counterexample).toHaveLength(1);
  expect((await found(replay))?.counterexample).toHaveLength(1);
});
