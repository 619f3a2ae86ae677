import { mutant } from '../../selftest/mutant.js';
import { isCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant('CREATE-25', 'create crashes on an empty body', {
    behaviour: (right) => ({
      readObject: async (request, most, decide) => {
        if (isCreate(request) && (await request.clone().text()) === '') throw new TypeError('no body');
        return right.readObject(request, most, decide);
      },
    }),
  }),
  mutant('CREATE-25', 'create makes a default action for an empty body', {
    behaviour: (right) => ({
      readObject: async (request, most, decide) =>
        isCreate(request) && (await request.clone().text()) === ''
          ? { parameters: [] }
          : right.readObject(request, most, decide),
    }),
  }),
];
