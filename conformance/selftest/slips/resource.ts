import { slip } from '../slip.js';
import { changed, lists, lowerFirst, renamed, shows, updates } from './_shown.js';

export const slips = [
  slip(
    'RESOURCE-1',
    'what is not there is an empty text',
    shows((action) => ('errorInfo' in action ? { ...action, errorInfo: action.errorInfo ?? '' } : action)),
    {
      relatives: ['CREATE-43', 'LIST-2'],
    },
  ),
  slip(
    'RESOURCE-1',
    'the list shows the vendor as a text',
    lists(changed('vendorInformation', (vendor) => Object.values(Object(vendor)).join('/'))),
    { relatives: ['RESOURCE-18', 'LIST-2'] },
  ),
  slip('RESOURCE-1', 'an update shows the name in an array', updates(changed('name', (name) => [name])), {
    relatives: ['RESOURCE-18'],
  }),
  slip('RESOURCE-2', 'statuses are shown in camel case', shows(changed('status', (status) => lowerFirst(status))), {
    relatives: ['SURFACE-11', 'CREATE-36', 'LIST-2', 'UPDATE-2', 'UPDATE-4', 'LIFECYCLE-1'],
  }),
  slip(
    'RESOURCE-2',
    'the list calls failed actions Cancelled',
    lists(changed('status', (status) => (status === 'Failed' ? 'Cancelled' : status))),
    { relatives: ['RESOURCE-18', 'LIST-2', 'LIST-17'] },
  ),
  slip(
    'RESOURCE-2',
    'a new action that nobody has begun is Unknown in lists',
    lists(changed('status', (status) => (status === 'NotStarted' ? '' : status))),
    { relatives: ['RESOURCE-18', 'LIST-2', 'LIST-17'] },
  ),
  slip('RESOURCE-15', 'actionReason is shown in Pascal case', shows(renamed('actionReason', 'ActionReason')), {
    relatives: ['SURFACE-4', 'CREATE-11', 'UPDATE-2', 'UPDATE-4', 'HTTP-13', 'HTTP-14'],
  }),
  slip('RESOURCE-15', 'the list writes ID for id', lists(renamed('id', 'ID')), {
    relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-2', 'LIST-17', 'AUTH-5'],
  }),
  slip('RESOURCE-15', 'an update shows azureTenantID', updates(renamed('azureTenantId', 'azureTenantID')), {
    relatives: ['RESOURCE-18'],
  }),
  slip(
    'RESOURCE-17',
    'the type has no number sign',
    shows((action) => ({ '@odata.type': 'microsoft.graph.securityAction', ...action })),
  ),
  slip(
    'RESOURCE-17',
    'elements of the list are of another type',
    lists((action) => ({ '@odata.type': '#microsoft.graph.tiIndicator', ...action })),
  ),
];
