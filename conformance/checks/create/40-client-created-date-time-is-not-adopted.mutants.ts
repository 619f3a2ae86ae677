import { mutant } from '../../selftest/mutant.js';
import { adoptsDate, isPast } from '../../selftest/mutants/create/adopted-date.js';

export const mutants = [
  mutant('CREATE-40', 'create adopts createdDateTime from the client', adoptsDate('createdDateTime'), {
    alsoFails: ['CREATE-41'],
  }),
  mutant(
    'CREATE-40',
    'create adopts createdDateTime from the client when it is in the past',
    adoptsDate('createdDateTime', isPast),
  ),
];
