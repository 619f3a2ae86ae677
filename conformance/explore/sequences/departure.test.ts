import { expect, test } from 'vitest';
import type { RequirementId } from '../../engine/requirement.js';
import { allowsTransition } from '../../selftest/mutants/changes.js';
import { runExplorer } from '../../selftest/run/run-explorer.js';
import type { Difference } from '../../selftest/server/difference.js';
import { serverWith } from '../../selftest/server/server.js';
import { sequences } from './index.js';

/** Every request is carried out with the credentials of the writer. */
function checksNoToken(): Difference {
  let writer: string | undefined;
  return {
    tokens: (minted) => {
      writer = minted.writer;
      return minted;
    },
    fetch: (inner) => (request) => {
      const headers = new Headers(request.headers);
      headers.set('authorization', `Bearer ${writer}`);
      return inner(new Request(request, { headers }));
    },
  };
}

async function found(difference: Difference, seed: number, sought?: (id: RequirementId) => boolean) {
  const server = await serverWith([difference], { seed, sequences: 24 });
  return [...(await runExplorer(sequences, server, sought)).keys()];
}

test.each([1, 2])('on a target that checks no token, only the missing refusals fail (seed %i)', async (seed) => {
  const failed = await found(checksNoToken(), seed);
  expect(failed).toContain('AUTH-1');
  expect(failed.filter((id) => !id.startsWith('AUTH-'))).toEqual([]);
});

test.each([1, 2])(
  'on a target that lets every caller write, only the missing refusals fail (seed %i)',
  async (seed) => {
    const failed = await found({ behaviour: { authorize: () => undefined } }, seed);
    expect(failed.filter((id) => !id.startsWith('AUTH-'))).toEqual([]);
  },
);

test.each([1, 2])(
  'a step that departs ends the sequence when its requirement is not checked (seed %i)',
  async (seed) => {
    const reopens = allowsTransition((from, to) => from !== to && (from === 'Completed' || from === 'Failed'));
    expect(await found(reopens, seed, (id) => id === 'LIFECYCLE-4')).toEqual(['LIFECYCLE-4']);
    expect(await found(reopens, seed, (id) => id !== 'LIFECYCLE-4')).toEqual([]);
  },
);
