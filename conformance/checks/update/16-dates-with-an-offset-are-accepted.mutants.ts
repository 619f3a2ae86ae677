import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';

/** A PATCH whose completedDateTime is read as `edit` returns it. */
function readsCompletedDateTime(edit: (date: string) => string) {
  return readsPatch((body) =>
    typeof body.completedDateTime === 'string' ? { ...body, completedDateTime: edit(body.completedDateTime) } : body,
  );
}

export const mutants = [
  mutant(
    'UPDATE-16',
    'PATCH ignores the offset of a date',
    readsCompletedDateTime((date) => date.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  mutant(
    'UPDATE-16',
    'PATCH inverts the sign of an offset',
    readsCompletedDateTime((date) => date.replace(/[+-](?=\d\d:\d\d$)/, (sign) => (sign === '+' ? '-' : '+'))),
  ),
  mutant(
    'UPDATE-16',
    'PATCH ignores the minutes of an offset',
    readsCompletedDateTime((date) => date.replace(/([+-]\d\d):\d\d$/, '$1:00')),
  ),
  mutant(
    'UPDATE-16',
    'PATCH rejects a date with seven fractional digits',
    readsCompletedDateTime((date) => (/\.\d{7}/.test(date) ? 'no date' : date)),
  ),
  mutant(
    'UPDATE-16',
    'PATCH rejects a date with an offset',
    readsCompletedDateTime((date) => (date.endsWith('Z') ? date : 'no date')),
  ),
];
