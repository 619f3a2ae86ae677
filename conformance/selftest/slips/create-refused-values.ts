import { isObject } from '../../engine/evidence/reply.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { objectIn, reads, text, validates } from './_create.js';

/** A create that measures the context by another limit. */
const context = (most: number): Difference =>
  validates(({ clientContext, ...body }) => {
    return typeof clientContext === 'string' && clientContext.length <= most ? body : { ...body, clientContext };
  });

export const slips = [
  slip(
    'CREATE-23',
    'a name that is a number is written out',
    reads((body) => (typeof body.name === 'number' ? { ...body, name: String(body.name) } : body)),
  ),
  slip(
    'CREATE-23',
    'a reason that is false is taken for none',
    reads((body) => (body.actionReason === false ? { ...body, actionReason: null } : body)),
  ),
  slip(
    'CREATE-23',
    'a context that is a list is joined',
    reads((body) => (Array.isArray(body.clientContext) ? { ...body, clientContext: body.clientContext.join() } : body)),
  ),
  slip(
    'CREATE-23',
    'a vendor that is a text is taken for its name',
    reads((body) =>
      typeof body.vendorInformation === 'string'
        ? { ...body, vendorInformation: { vendor: body.vendorInformation } }
        : body,
    ),
  ),
  slip(
    'CREATE-23',
    'a list of vendors is taken for its first',
    reads((body) =>
      Array.isArray(body.vendorInformation) ? { ...body, vendorInformation: body.vendorInformation[0] } : body,
    ),
  ),
  slip(
    'CREATE-23',
    'the optional parts of the vendor are not validated',
    reads((body) => {
      const { subProvider, ...vendor } = objectIn(body.vendorInformation);
      return isObject(body.vendorInformation) && typeof subProvider !== 'string'
        ? { ...body, vendorInformation: vendor }
        : body;
    }),
  ),
  slip('CREATE-29', 'a context of 257 characters is let through', context(257), { relatives: ['LIST-2'] }),
  slip(
    'CREATE-29',
    'a context that is too long is cut',
    reads((body) => ({ ...body, clientContext: text(body.clientContext, (all) => all.slice(0, 256)) })),
  ),
  slip('CREATE-29', 'the limit of the context is that of the column, 512', context(512), { relatives: ['LIST-2'] }),
  slip(
    'CREATE-37',
    'a status that nobody knows is taken for none',
    reads((body) => ({
      ...body,
      status: ['NotStarted', 'Running', 'Completed', 'Failed'].includes(String(body.status)) ? body.status : null,
    })),
  ),
  slip(
    'CREATE-37',
    'a status is trimmed',
    reads((body) => ({ ...body, status: text(body.status, (status) => status.trim()) })),
  ),
  slip(
    'CREATE-37',
    'a status may be the number of a member',
    reads((body) => ({ ...body, status: typeof body.status === 'number' ? 'Running' : body.status })),
  ),
  slip(
    'CREATE-37',
    'an empty status is taken for none',
    reads((body) => ({ ...body, status: body.status || null })),
  ),
];
