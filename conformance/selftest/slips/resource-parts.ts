import { slip } from '../slip.js';
import { changed, each, inside, lists, lowerFirst, renamed, shows, updates } from './_shown.js';

export const slips = [
  slip(
    'RESOURCE-3',
    'the list shows parameters as an object by name',
    lists(changed('parameters', (pairs) => Object.fromEntries(listOf(pairs).map(({ name, value }) => [name, value])))),
    { relatives: ['RESOURCE-1', 'RESOURCE-18', 'LIST-2'] },
  ),
  slip(
    'RESOURCE-3',
    'history is a list of texts',
    shows(
      changed(
        'states',
        each(({ status }) => status),
      ),
    ),
    { relatives: ['LIST-2', 'UPDATE-15', 'CANCEL-8', 'LIFECYCLE-6'] },
  ),
  slip(
    'RESOURCE-3',
    'an update shows no elements but nulls',
    updates(
      changed(
        'states',
        each(() => null),
      ),
    ),
    { relatives: ['RESOURCE-13', 'RESOURCE-18', 'LIFECYCLE-7'] },
  ),
  slip(
    'RESOURCE-4',
    'the list calls the name of a pair its key',
    lists(changed('parameters', each(renamed('name', 'key')))),
    { relatives: ['RESOURCE-18', 'LIST-2'] },
  ),
  slip(
    'RESOURCE-4',
    'a value that looks like a number is one',
    shows(changed('parameters', each(changed('value', numeric)))),
    { relatives: ['CREATE-12', 'CREATE-13', 'LIST-2', 'UPDATE-4', 'UPDATE-7'] },
  ),
  slip(
    'RESOURCE-5',
    'entries of the history have a status of their own',
    shows(changed('states', each(changed('status', lowerFirst)))),
    { relatives: ['LIST-2', 'UPDATE-15', 'CANCEL-8', 'LIFECYCLE-6'] },
  ),
  slip(
    'RESOURCE-5',
    'users in the history are objects',
    shows(
      changed(
        'states',
        each((entry) => ({ ...entry, user: { id: entry.appId } })),
      ),
    ),
    { relatives: ['LIST-2', 'CANCEL-8'] },
  ),
  slip('RESOURCE-6', 'the code of an error is a text', shows(changed('errorInfo', inside(changed('code', String)))), {
    relatives: ['LIST-2', 'CANCEL-8'],
  }),
  slip(
    'RESOURCE-6',
    'the subcode is an unsigned number',
    shows(changed('errorInfo', inside(changed('subcode', () => 0x80004005)))),
    { relatives: ['LIST-2', 'CANCEL-8'] },
  ),
  slip(
    'RESOURCE-6',
    'the list shows an error without numbers',
    lists(
      changed(
        'errorInfo',
        inside((info) => ({ ...info, code: null, subcode: null })),
      ),
    ),
    { relatives: ['RESOURCE-18', 'LIST-2'] },
  ),
  slip(
    'RESOURCE-7',
    'a vendor is an object with a name',
    shows(changed('vendorInformation', inside(changed('vendor', (name) => ({ name }))))),
    { relatives: ['CREATE-14', 'LIST-2', 'UPDATE-4', 'CANCEL-8', 'HTTP-14'] },
  ),
  slip(
    'RESOURCE-7',
    'the list shows the version of the provider as a number',
    lists(
      changed(
        'vendorInformation',
        inside((vendor) => ({ ...vendor, providerVersion: 1.0 })),
      ),
    ),
    { relatives: ['RESOURCE-18', 'LIST-2'] },
  ),
];

function listOf(value: unknown): readonly { readonly name: string; readonly value: string }[] {
  return Array.isArray(value) ? value : [];
}

function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
