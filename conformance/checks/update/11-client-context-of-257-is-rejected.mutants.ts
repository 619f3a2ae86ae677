import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';
import { without } from '../../selftest/mutants/update/refusals.js';

export const mutants = [
  mutant(
    'UPDATE-11',
    'a long context is cut',
    readsPatch((body) =>
      typeof body.clientContext === 'string' ? { ...body, clientContext: body.clientContext.slice(0, 256) } : body,
    ),
  ),
  mutant(
    'UPDATE-11',
    'the length of the context is looked at on create only',
    {
      behaviour: (right) => ({
        validateUpdate: (body) => {
          const { clientContext } = body;
          if (typeof clientContext !== 'string') return right.validateUpdate(body);
          return { ...right.validateUpdate(without(body, 'clientContext')), clientContext };
        },
      }),
    },
    { alsoFails: ['LIST-2'] },
  ),
  mutant(
    'UPDATE-11',
    'one character too many is taken',
    readsPatch((body) =>
      typeof body.clientContext === 'string' && body.clientContext.length === 257
        ? { ...body, clientContext: body.clientContext.slice(1) }
        : body,
    ),
  ),
];
