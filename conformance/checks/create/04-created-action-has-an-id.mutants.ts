import { mutant } from '../../selftest/mutant.js';
import { isCreated, respondsWithoutVendor } from '../../selftest/mutants/create/response.js';
import { editJson } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-4',
    'create without a vendor returns no id',
    respondsWithoutVendor(({ id: _, ...body }) => body),
  ),
  mutant(
    'CREATE-4',
    'create without a vendor returns an empty id',
    respondsWithoutVendor((body) => ({ ...body, id: '' })),
  ),
  mutant(
    'CREATE-4',
    'create without a vendor returns a number as id',
    respondsWithoutVendor((body) => ({ ...body, id: 4711 })),
  ),
  mutant('CREATE-4', 'create returns the id in Location only', {
    fetch: editJson(isCreated, ({ id: _, ...body }) => body),
  }),
];
