import { mutant } from '../../selftest/mutant.js';
import { editedText, reads } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-52',
    'create ignores @odata.type',
    reads(({ '@odata.type': _, ...body }) => body),
  ),
  mutant(
    'CREATE-52',
    'create accepts the @odata.type of an alert',
    reads((body) => ({
      ...body,
      '@odata.type': editedText(body['@odata.type'], (type) => type.replace('alert', 'securityAction')),
    })),
  ),
];
