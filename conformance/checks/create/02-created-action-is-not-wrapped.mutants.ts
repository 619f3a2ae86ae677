import { mutant } from '../../selftest/mutant.js';
import { isCreated, respondsWithoutVendor } from '../../selftest/mutants/create/response.js';
import { editJson, editText } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('CREATE-2', 'create wraps the new action in `value`', {
    fetch: editJson(isCreated, (body) => ({ value: body })),
  }),
  mutant(
    'CREATE-2',
    'create without a vendor returns only the parameters',
    respondsWithoutVendor(({ parameters }) => ({ parameters })),
  ),
  mutant(
    'CREATE-2',
    'create without a vendor returns an array of one action',
    respondsWithoutVendor((body) => [body]),
  ),
  mutant('CREATE-2', 'create wraps the new action in `data` beside a message', {
    fetch: editJson(isCreated, (data) => ({ message: 'created', data })),
  }),
  mutant('CREATE-2', 'create responds without a body', { fetch: editText(isCreated, () => '') }),
];
