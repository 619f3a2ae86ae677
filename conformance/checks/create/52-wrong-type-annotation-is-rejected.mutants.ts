import { mutant } from '../../selftest/mutant.js';
import { reads, text } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-52',
    'the type of the entity is not looked at',
    reads(({ '@odata.type': _, ...body }) => body),
  ),
  mutant(
    'CREATE-52',
    'the type of the entity may be any that Graph has',
    reads((body) => ({
      ...body,
      '@odata.type': text(body['@odata.type'], (type) => type.replace('alert', 'securityAction')),
    })),
  ),
];
