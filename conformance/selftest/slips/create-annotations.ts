import { slip } from '../slip.js';
import { objectIn, pairsIn, reads, refuses, text } from './_create.js';

const typeOf = (value: unknown): unknown => objectIn(value)['@odata.type'];

export const slips = [
  slip(
    'CREATE-51',
    'annotations are refused',
    refuses((body) => '@odata.type' in body),
    { relatives: ['CREATE-1', 'CREATE-53'] },
  ),
  slip(
    'CREATE-51',
    'the type of the entity may have no number sign',
    refuses((body) => String(typeOf(body)).startsWith('#')),
    { relatives: ['CREATE-1', 'CREATE-53'] },
  ),
  slip(
    'CREATE-52',
    'the type of the entity is not looked at',
    reads(({ '@odata.type': _, ...body }) => body),
  ),
  slip(
    'CREATE-52',
    'the type of the entity may be any that Graph has',
    reads((body) => ({
      ...body,
      '@odata.type': text(body['@odata.type'], (type) => type.replace('alert', 'securityAction')),
    })),
  ),
  slip(
    'CREATE-53',
    'the type of the vendor needs a number sign',
    refuses(({ vendorInformation }) => String(typeOf(vendorInformation) ?? '#').startsWith('microsoft')),
  ),
  slip(
    'CREATE-53',
    'the type of a pair needs a number sign',
    refuses((body) => pairsIn(body).some((pair) => String(typeOf(pair) ?? '#').startsWith('microsoft'))),
  ),
  slip(
    'CREATE-54',
    'an unknown member crashes',
    refuses((body) => Object.keys(body).some((name) => name.startsWith('x')), 500),
  ),
  slip(
    'CREATE-54',
    'an unknown member of a pair crashes',
    refuses((body) => pairsIn(body).some((pair) => objectIn(pair)['x-unknown'] !== undefined), 500),
  ),
];
