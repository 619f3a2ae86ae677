import { mutant } from '../../selftest/mutant.js';
import { makes, objectIn, refuses } from '../../selftest/mutants/create/create.js';

const nullIn = (name: string) => refuses((body) => body[name] === null);

export const mutants = [
  mutant('CREATE-34', 'a context that is null is no text', nullIn('clientContext')),
  mutant(
    'CREATE-34',
    'a reason that is null crashes',
    refuses(({ actionReason }) => actionReason === null, 500),
  ),
  mutant(
    'CREATE-34',
    'a name that is null is written out',
    makes((action, { name }) => (name === null ? { name: 'null' } : { name: action.name })),
  ),
  mutant(
    'CREATE-34',
    'a version of the provider that is null becomes an empty text',
    makes(({ vendorInformation }, sent) =>
      objectIn(sent.vendorInformation).providerVersion === null
        ? { vendorInformation: { ...vendorInformation, providerVersion: '' } }
        : {},
    ),
  ),
  mutant('CREATE-34', 'a status that is null is none of the enumeration', nullIn('status')),
];
