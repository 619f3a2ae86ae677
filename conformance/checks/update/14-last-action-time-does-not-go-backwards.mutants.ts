import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';

/** The instant moved by the given milliseconds, which may be negative. */
function moved(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

const hour = 3_600_000;

export const mutants = [
  mutant(
    'UPDATE-14',
    'PATCH of a text resets lastActionDateTime to createdDateTime',
    patchMakes(
      (right, before) =>
        right !== before && right.status === before.status && { lastActionDateTime: right.createdDateTime },
    ),
    { alsoFails: ['LIFECYCLE-10'] },
  ),
  mutant(
    'UPDATE-14',
    'PATCH of a running action moves lastActionDateTime back by an hour',
    patchMakes(
      (right, before) =>
        before.status === 'Running' &&
        right.status === 'Running' &&
        right !== before && { lastActionDateTime: moved(right.lastActionDateTime, -hour) },
    ),
    { alsoFails: ['LIFECYCLE-10'] },
  ),
];
