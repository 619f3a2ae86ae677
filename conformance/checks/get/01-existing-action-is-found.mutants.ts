import { setTimeout } from 'node:timers/promises';
import { mutant } from '../../selftest/mutant.js';
import { afterTheRun } from '../../selftest/mutants/late.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { operationOf } from '../../selftest/server/operation.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editStatus, on } from '../../selftest/server/wire.js';

/** Rejects a get while another get reads the same action. */
const locks: MakesDifference = () => {
  const reading = new Set<string>();
  return {
    fetch: (inner) => async (request) => {
      if (operationOf(request) !== 'get') return inner(request);
      if (reading.has(request.url)) return rejectWith(409)(request);
      reading.add(request.url);
      try {
        await setTimeout(2);
        return await inner(request);
      } finally {
        reading.delete(request.url);
      }
    },
  };
};

export const mutants = [
  mutant(
    'GET-1',
    'get responds with 206 for a complete action',
    { fetch: editStatus(on('get', 200), 206) },
    { alsoFails: ['HTTP-11', 'HTTP-17'] },
  ),
  mutant('GET-1', 'get responds with 409 during another get of the action', locks),
  mutant(
    'GET-1',
    'one in seven actions is gone when it was not read for a while',
    afterTheRun((action, number) => (number % 7 === 0 ? undefined : action)),
    { foundBy: 'audit' },
  ),
];
