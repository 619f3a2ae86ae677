import { mutant } from '../../selftest/mutant.js';
import { answersWithoutVendor } from '../../selftest/mutants/create/response.js';

export const mutants = [
  mutant(
    'CREATE-4',
    'without a vendor the id is left out',
    answersWithoutVendor(({ id: _, ...body }) => body),
  ),
  mutant(
    'CREATE-4',
    'without a vendor the id is not known yet, and empty',
    answersWithoutVendor((body) => ({ ...body, id: '' })),
  ),
  mutant(
    'CREATE-4',
    'without a vendor the id is a number',
    answersWithoutVendor((body) => ({ ...body, id: 4711 })),
  ),
];
