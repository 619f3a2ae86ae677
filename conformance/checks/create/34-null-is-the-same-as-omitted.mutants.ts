import { mutant } from '../../selftest/mutant.js';
import { makes, objectIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

const nullIn = (name: string) => rejectsCreate((body) => body[name] === null);

export const mutants = [
  mutant('CREATE-34', 'create rejects a null clientContext', nullIn('clientContext')),
  mutant(
    'CREATE-34',
    'create crashes when the reason is null',
    rejectsCreate(({ actionReason }) => actionReason === null, 500),
  ),
  mutant(
    'CREATE-34',
    'create stores a null name as "null"',
    makes((action, { name }) => (name === null ? { name: 'null' } : { name: action.name })),
  ),
  mutant(
    'CREATE-34',
    'create stores a null providerVersion as an empty string',
    makes(({ vendorInformation }, sent) =>
      objectIn(sent.vendorInformation).providerVersion === null
        ? { vendorInformation: { ...vendorInformation, providerVersion: '' } }
        : {},
    ),
  ),
  mutant('CREATE-34', 'create rejects a null status', nullIn('status')),
];
