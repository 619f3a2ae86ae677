import { mutant } from '../../selftest/mutant.js';
import { adoptsDate, isPast } from '../../selftest/mutants/create/adopted-date.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { createAdopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-57', 'create adopts states from the client', createAdopts('states')),
  mutant(
    'CREATE-57',
    'create puts states from the client before its own',
    makes(({ states }, sent) => (Array.isArray(sent.states) ? { states: [...sent.states, ...states] } : {})),
  ),
  mutant('CREATE-57', 'create adopts lastActionDateTime from the client', adoptsDate('lastActionDateTime'), {
    alsoFails: ['CREATE-41'],
  }),
  mutant(
    'CREATE-57',
    'create adopts lastActionDateTime from the client when it is in the future',
    adoptsDate('lastActionDateTime', (utc) => !isPast(utc)),
  ),
];
