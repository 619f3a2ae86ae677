import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zero } from '../../selftest/mutants/create/zero-date.js';

/** A create with its dates moved by so many milliseconds. */
function clock(moved: (now: number) => number): Difference {
  return {
    behaviour: (right) => ({ newAction: (body, from) => right.newAction(body, { ...from, now: moved(from.now) }) }),
  };
}

const hour = 60 * 60 * 1000;

export const mutants = [
  mutant(
    'CREATE-39',
    'the time of creation is local time under a Z',
    clock((now) => now + 2 * hour),
  ),
  mutant(
    'CREATE-39',
    'the time of creation takes seconds for milliseconds',
    clock((now) => Math.floor(now / 1000)),
  ),
  mutant(
    'CREATE-39',
    'the time of creation is the default of the language',
    makes(() => ({ createdDateTime: zero })),
  ),
];
