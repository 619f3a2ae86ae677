import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';

/** The instant of an action's last change, so much later or earlier. */
function moved(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

const hour = 3_600_000;

export const mutants = [
  mutant(
    'UPDATE-14',
    'a change of a text sets the time of the last action to that of the creation',
    patched(
      (right, before) =>
        right !== before && right.status === before.status && { lastActionDateTime: right.createdDateTime },
    ),
    { alsoFails: ['LIFECYCLE-10'] },
  ),
  mutant(
    'UPDATE-14',
    'a text of a running action is dated by a clock that is behind',
    patched(
      (right, before) =>
        before.status === 'Running' &&
        right.status === 'Running' &&
        right !== before && { lastActionDateTime: moved(right.lastActionDateTime, -hour) },
    ),
    { alsoFails: ['LIFECYCLE-10'] },
  ),
];
