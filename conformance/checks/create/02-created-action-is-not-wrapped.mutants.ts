import { mutant } from '../../selftest/mutant.js';
import { answersWithoutVendor, made } from '../../selftest/mutants/create/response.js';
import { editJson } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-2',
    'the new action is wrapped in `value`',
    { fetch: editJson(made, (body) => ({ value: body })) },
    { alsoFails: ['CREATE-4'] },
  ),
  mutant(
    'CREATE-2',
    'without a vendor the answer repeats the request',
    answersWithoutVendor(({ parameters }) => ({ parameters })),
    { alsoFails: ['CREATE-4'] },
  ),
  mutant(
    'CREATE-2',
    'without a vendor the answer is a list of one',
    answersWithoutVendor((body) => [body]),
    { alsoFails: ['CREATE-4'] },
  ),
];
