import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { asked, refusesLists } from '../../selftest/mutants/list/list.js';
import { numbers } from '../../selftest/mutants/list/numbers.js';

/** The value of an option as a lenient reader takes it. */
function read(names: readonly string[], as: (value: string) => string | undefined): Difference {
  return asked((options) => {
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
    'a negative $top or $skip counts as none',
    read(numbers, (value) => (value.startsWith('-') ? undefined : value)),
  ),
  mutant(
    'LIST-13',
    'what is no number counts as none',
    read(numbers, (value) => (/^-?\d/.test(value) ? value : undefined)),
  ),
  mutant(
    'LIST-13',
    'a number ends where its digits end',
    read(numbers, (value) => (/^\d/.test(value) ? String(Number.parseInt(value, 10)) : value)),
  ),
  mutant(
    'LIST-13',
    'a negative $skip crashes',
    refusesLists(({ searchParams }) => searchParams.get('$skip')?.startsWith('-') === true, 500),
  ),
];
