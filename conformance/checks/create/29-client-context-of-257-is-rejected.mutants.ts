import { mutant } from '../../selftest/mutant.js';
import { editedText, reads, validates } from '../../selftest/mutants/create/create.js';
import type { Difference } from '../../selftest/server/difference.js';

/** A create with another limit for the length of clientContext. */
const contextLimit = (most: number): Difference =>
  validates(({ clientContext, ...body }) => {
    return typeof clientContext === 'string' && clientContext.length <= most ? body : { ...body, clientContext };
  });

export const mutants = [
  mutant('CREATE-29', 'create accepts a clientContext of 257 characters', contextLimit(257), { alsoFails: ['LIST-2'] }),
  mutant(
    'CREATE-29',
    'create truncates a clientContext that is too long',
    reads((body) => ({ ...body, clientContext: editedText(body.clientContext, (all) => all.slice(0, 256)) })),
  ),
  mutant('CREATE-29', 'create limits clientContext to 512 characters', contextLimit(512), { alsoFails: ['LIST-2'] }),
];
