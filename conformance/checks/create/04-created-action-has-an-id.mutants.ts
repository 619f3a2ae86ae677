import { mutant } from '../../selftest/mutant.js';
import { answersWithoutVendor } from '../../selftest/mutants/create/response.js';

export const mutants = [
  mutant(
    'CREATE-4',
    'create without a vendor returns no id',
    answersWithoutVendor(({ id: _, ...body }) => body),
  ),
  mutant(
    'CREATE-4',
    'create without a vendor returns an empty id',
    answersWithoutVendor((body) => ({ ...body, id: '' })),
  ),
  mutant(
    'CREATE-4',
    'create without a vendor returns a number as id',
    answersWithoutVendor((body) => ({ ...body, id: 4711 })),
  ),
];
