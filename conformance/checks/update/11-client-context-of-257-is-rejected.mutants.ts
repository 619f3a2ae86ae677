import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';
import { withoutMember } from '../../selftest/mutants/update/without-member.js';

export const mutants = [
  mutant(
    'UPDATE-11',
    'PATCH truncates a clientContext that is too long',
    readsPatch((body) =>
      typeof body.clientContext === 'string' ? { ...body, clientContext: body.clientContext.slice(0, 256) } : body,
    ),
  ),
  mutant(
    'UPDATE-11',
    'PATCH does not check the length of clientContext',
    {
      behaviour: (right) => ({
        validateUpdate: (body) => {
          const { clientContext } = body;
          if (typeof clientContext !== 'string') return right.validateUpdate(body);
          return { ...right.validateUpdate(withoutMember(body, 'clientContext')), clientContext };
        },
      }),
    },
    { alsoFails: ['LIST-2'] },
  ),
  mutant(
    'UPDATE-11',
    'PATCH accepts a clientContext of 257 characters',
    readsPatch((body) =>
      typeof body.clientContext === 'string' && body.clientContext.length === 257
        ? { ...body, clientContext: body.clientContext.slice(1) }
        : body,
    ),
  ),
];
