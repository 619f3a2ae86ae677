import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';

/** The time of end in a PATCH, read otherwise. */
function readsEnd(edit: (date: string) => string) {
  return readsPatch((body) =>
    typeof body.completedDateTime === 'string' ? { ...body, completedDateTime: edit(body.completedDateTime) } : body,
  );
}

export const mutants = [
  mutant(
    'UPDATE-16',
    'the offset of a date is ignored',
    readsEnd((date) => date.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  mutant(
    'UPDATE-16',
    'the sign of an offset is turned',
    readsEnd((date) => date.replace(/[+-](?=\d\d:\d\d$)/, (sign) => (sign === '+' ? '-' : '+'))),
  ),
  mutant(
    'UPDATE-16',
    'the minutes of an offset are ignored',
    readsEnd((date) => date.replace(/([+-]\d\d):\d\d$/, '$1:00')),
  ),
  mutant(
    'UPDATE-16',
    'a date with seven digits is refused',
    readsEnd((date) => (/\.\d{7}/.test(date) ? 'no date' : date)),
    { alsoFails: ['UPDATE-1'] },
  ),
];
