import { mutant } from '../../selftest/mutant.js';
import { editsMember, lists, shows, updates } from '../../selftest/mutants/shown.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Ids that count up and are shown as numbers. */
function numericIds(): Difference {
  let last = 1_000;
  return {
    behaviour: (right) => ({
      newAction: (body, context) => {
        last += 1;
        return right.newAction(body, { ...context, id: String(last) });
      },
      present: (action, select) => {
        const shown = right.present(action, select);
        return 'id' in shown ? { ...shown, id: Number(shown.id) } : shown;
      },
    }),
  };
}

export const mutants = [
  mutant(
    'RESOURCE-1',
    'an absent errorInfo is an empty string',
    shows((action) => ('errorInfo' in action ? { ...action, errorInfo: action.errorInfo ?? '' } : action)),
    {
      alsoFails: ['CREATE-43', 'LIST-2'],
    },
  ),
  mutant(
    'RESOURCE-1',
    'list shows vendorInformation as a string',
    lists(editsMember('vendorInformation', (vendor) => Object.values(Object(vendor)).join('/'))),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
  mutant('RESOURCE-1', 'update shows name as an array', updates(editsMember('name', (name) => [name])), {
    alsoFails: ['RESOURCE-18'],
  }),
  mutant('RESOURCE-1', 'every id is a number', numericIds, { alsoFails: ['CREATE-4', 'CREATE-6', 'LIST-2'] }),
];
