import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-23',
    'create converts a numeric name to a string',
    reads((body) => (typeof body.name === 'number' ? { ...body, name: String(body.name) } : body)),
  ),
  mutant(
    'CREATE-23',
    'create treats the reason false as null',
    reads((body) => (body.actionReason === false ? { ...body, actionReason: null } : body)),
  ),
  mutant(
    'CREATE-23',
    'create joins a clientContext that is an array into a string',
    reads((body) => (Array.isArray(body.clientContext) ? { ...body, clientContext: body.clientContext.join() } : body)),
  ),
  mutant(
    'CREATE-23',
    'create treats a vendorInformation that is a string as the vendor',
    reads((body) =>
      typeof body.vendorInformation === 'string'
        ? { ...body, vendorInformation: { vendor: body.vendorInformation } }
        : body,
    ),
  ),
  mutant(
    'CREATE-23',
    'create takes the first element of a vendorInformation that is an array',
    reads((body) =>
      Array.isArray(body.vendorInformation) ? { ...body, vendorInformation: body.vendorInformation[0] } : body,
    ),
  ),
  mutant(
    'CREATE-23',
    'create does not validate subProvider',
    reads((body) => {
      const { subProvider, ...vendor } = objectIn(body.vendorInformation);
      return isObject(body.vendorInformation) && typeof subProvider !== 'string'
        ? { ...body, vendorInformation: vendor }
        : body;
    }),
  ),
  mutant(
    'CREATE-23',
    'create accepts a number as status',
    reads((body) => ({ ...body, status: typeof body.status === 'number' ? 'Running' : body.status })),
  ),
];
