import { isObject } from '../../engine/evidence/reply.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { keeps, makes, objectIn, pairsIn, refuses } from './_create.js';

/** A server with the providers of one vendor, and which of the others it takes all the same. */
function routes(taken: (vendor: Json) => boolean): Difference {
  return {
    options: { vendors: [{ vendor: 'Example Security', provider: 'Example Provider' }] },
    routing: { vendor: 'Example Security', provider: 'Example Provider' },
    declared: { offers: ['vendors'] },
    behaviour: (right) => ({
      checkRoute: (vendor, vendors) => {
        if (!taken(objectIn(vendor))) right.checkRoute(vendor, vendors);
      },
    }),
  };
}

const nullIn = (name: string) => refuses((body) => body[name] === null);

export const slips = [
  slip(
    'CREATE-18',
    'an empty list of pairs crashes',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 500),
  ),
  slip(
    'CREATE-18',
    'an empty list of pairs is a conflict',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 409),
  ),
  slip(
    'CREATE-21',
    'a pair needs a value',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && (pair.value ?? null) === null)),
  ),
  slip(
    'CREATE-21',
    'a pair whose value is null crashes',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && pair.value === null), 500),
  ),
  slip(
    'CREATE-28',
    'a context of 256 characters is too long',
    refuses(({ clientContext }) => String(clientContext ?? '').length >= 256),
    { relatives: ['CREATE-1'] },
  ),
  slip(
    'CREATE-28',
    'the limit of the context counts bytes',
    refuses(({ clientContext }) => Buffer.byteLength(String(clientContext ?? '')) > 256),
    { relatives: ['CREATE-1', 'CREATE-11'] },
  ),
  slip(
    'CREATE-28',
    'a context is stored in a column of 255 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 255) ?? null })),
  ),
  slip(
    'CREATE-28',
    'a context is answered whole and stored in a column of 250 characters',
    keeps(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 250) ?? null })),
  ),
  slip(
    'CREATE-32',
    'a vendor other than Microsoft has to be given a reason',
    refuses(
      ({ actionReason, clientContext, vendorInformation }) =>
        actionReason === undefined &&
        clientContext === undefined &&
        objectIn(vendorInformation).vendor === 'Example Security',
    ),
    { relatives: ['CREATE-33'] },
  ),
  slip(
    'CREATE-32',
    'a context or a reason is demanded beside a name',
    refuses(
      (body) =>
        body.name !== undefined && !('clientContext' in body) && !('actionReason' in body) && !('@odata.type' in body),
    ),
    { relatives: ['CREATE-1', 'CREATE-12', 'CREATE-13', 'CREATE-14', 'CREATE-21', 'CREATE-33', 'CREATE-34'] },
  ),
  slip(
    'CREATE-33',
    'a context has to have a reason',
    refuses(({ clientContext, actionReason }) => clientContext !== undefined && actionReason === undefined),
    { relatives: ['CREATE-1', 'CREATE-11', 'CREATE-28', 'CREATE-34'] },
  ),
  slip('CREATE-34', 'a context that is null is no text', nullIn('clientContext')),
  slip(
    'CREATE-34',
    'a reason that is null crashes',
    refuses(({ actionReason }) => actionReason === null, 500),
  ),
  slip(
    'CREATE-34',
    'a name that is null is written out',
    makes((action, { name }) => (name === null ? { name: 'null' } : { name: action.name })),
  ),
  slip(
    'CREATE-34',
    'a version of the provider that is null becomes an empty text',
    makes(({ vendorInformation }, sent) =>
      objectIn(sent.vendorInformation).providerVersion === null
        ? { vendorInformation: { ...vendorInformation, providerVersion: '' } }
        : {},
    ),
  ),
  slip('CREATE-34', 'a status that is null is none of the enumeration', nullIn('status')),
  slip(
    'CREATE-35',
    'only the vendor is looked up',
    routes(({ vendor }) => vendor === 'Example Security'),
  ),
  slip(
    'CREATE-35',
    'only the provider is looked up',
    routes(({ provider }) => provider === 'Example Provider'),
  ),
];
