import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant('UPDATE-17', 'PATCH rejects an empty object with 409', {
    behaviour: (right) => ({
      validateUpdate: (body) => {
        if (Object.keys(body).length === 0) throw new Rejection(409, 'There is nothing to change.');
        return right.validateUpdate(body);
      },
    }),
  }),
  mutant(
    'UPDATE-17',
    'PATCH with an empty object clears the reason',
    patchMakes((_, __, sent) => Object.keys(sent).length === 0 && { actionReason: null }),
  ),
];
