import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-23',
    'a name that is a number is written out',
    reads((body) => (typeof body.name === 'number' ? { ...body, name: String(body.name) } : body)),
  ),
  mutant(
    'CREATE-23',
    'a reason that is false is taken for none',
    reads((body) => (body.actionReason === false ? { ...body, actionReason: null } : body)),
  ),
  mutant(
    'CREATE-23',
    'a context that is a list is joined',
    reads((body) => (Array.isArray(body.clientContext) ? { ...body, clientContext: body.clientContext.join() } : body)),
  ),
  mutant(
    'CREATE-23',
    'a vendor that is a text is taken for its name',
    reads((body) =>
      typeof body.vendorInformation === 'string'
        ? { ...body, vendorInformation: { vendor: body.vendorInformation } }
        : body,
    ),
  ),
  mutant(
    'CREATE-23',
    'a list of vendors is taken for its first',
    reads((body) =>
      Array.isArray(body.vendorInformation) ? { ...body, vendorInformation: body.vendorInformation[0] } : body,
    ),
  ),
  mutant(
    'CREATE-23',
    'the optional parts of the vendor are not validated',
    reads((body) => {
      const { subProvider, ...vendor } = objectIn(body.vendorInformation);
      return isObject(body.vendorInformation) && typeof subProvider !== 'string'
        ? { ...body, vendorInformation: vendor }
        : body;
    }),
  ),
];
