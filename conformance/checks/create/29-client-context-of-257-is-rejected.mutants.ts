import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { reads, text, validates } from '../../selftest/mutants/create/create.js';

/** A create that measures the context by another limit. */
const context = (most: number): Difference =>
  validates(({ clientContext, ...body }) => {
    return typeof clientContext === 'string' && clientContext.length <= most ? body : { ...body, clientContext };
  });

export const mutants = [
  mutant('CREATE-29', 'a context of 257 characters is let through', context(257), { alsoFails: ['LIST-2'] }),
  mutant(
    'CREATE-29',
    'a context that is too long is cut',
    reads((body) => ({ ...body, clientContext: text(body.clientContext, (all) => all.slice(0, 256)) })),
  ),
  mutant('CREATE-29', 'the limit of the context is that of the column, 512', context(512), { alsoFails: ['LIST-2'] }),
];
