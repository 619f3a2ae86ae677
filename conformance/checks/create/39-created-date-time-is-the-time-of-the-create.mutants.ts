import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zeroDate } from '../../selftest/mutants/create/zero-date.js';
import type { Difference } from '../../selftest/server/difference.js';

/** A create whose dates come from the clock that `moved` returns, in milliseconds since 1970. */
function withClock(moved: (now: number) => number): Difference {
  return {
    behaviour: (right) => ({ newAction: (body, from) => right.newAction(body, { ...from, now: moved(from.now) }) }),
  };
}

const hour = 60 * 60 * 1000;

export const mutants = [
  mutant(
    'CREATE-39',
    'createdDateTime is local time marked as UTC',
    withClock((now) => now + 2 * hour),
  ),
  mutant(
    'CREATE-39',
    'createdDateTime treats seconds as milliseconds',
    withClock((now) => Math.floor(now / 1000)),
  ),
  mutant(
    'CREATE-39',
    'createdDateTime is the default date 0001-01-01',
    makes(() => ({ createdDateTime: zeroDate })),
  ),
];
