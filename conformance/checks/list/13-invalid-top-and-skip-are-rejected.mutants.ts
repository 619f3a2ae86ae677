import { mutant } from '../../selftest/mutant.js';
import { readsOptions, rejectsLists } from '../../selftest/mutants/list/list.js';
import { numericOptions } from '../../selftest/mutants/list/numbers.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Replaces the value of each option before it is parsed, or drops the option for `undefined`. */
function readAs(names: readonly string[], as: (value: string) => string | undefined): Difference {
  return readsOptions((options) => {
    for (const name of names) {
      const value = options.get(name);
      const other = value === null ? undefined : as(value);
      if (other !== undefined) options.set(name, other);
      else options.delete(name);
    }
  });
}

export const mutants = [
  mutant(
    'LIST-13',
    'a negative $top or $skip is ignored',
    readAs(numericOptions, (value) => (value.startsWith('-') ? undefined : value)),
  ),
  mutant(
    'LIST-13',
    'a non-numeric $top or $skip is ignored',
    readAs(numericOptions, (value) => (/^-?\d/.test(value) ? value : undefined)),
  ),
  mutant(
    'LIST-13',
    'text after the digits of $top or $skip is ignored',
    readAs(numericOptions, (value) => (/^\d/.test(value) ? String(Number.parseInt(value, 10)) : value)),
  ),
  mutant(
    'LIST-13',
    'a negative $skip returns 500',
    rejectsLists(({ searchParams }) => searchParams.get('$skip')?.startsWith('-') === true, 500),
  ),
];
