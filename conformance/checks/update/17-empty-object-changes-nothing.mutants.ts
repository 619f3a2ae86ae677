import { Refusal } from '../../reference/refusal.js';
import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant('UPDATE-17', 'an empty object is a conflict', {
    behaviour: (right) => ({
      validateUpdate: (body) => {
        if (Object.keys(body).length === 0) throw new Refusal(409, 'There is nothing to change.');
        return right.validateUpdate(body);
      },
    }),
  }),
  mutant(
    'UPDATE-17',
    'an empty object clears the reason',
    patched((_, __, sent) => Object.keys(sent).length === 0 && { actionReason: null }),
  ),
];
