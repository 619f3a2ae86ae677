import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../engine/evidence/reply.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { Rejection } from '../../reference/rejection.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';

/** A server that rejects valid bodies with other names or parameters than these. */
export function limitedTo(names: readonly string[] | undefined, isAccepted: (pair: unknown) => boolean): Difference {
  const check = (body: unknown) => {
    if (!isObject(body)) return;
    const { name, parameters } = body;
    if (typeof name === 'string' && names && !names.includes(name)) throw new Rejection(400, 'The name is unknown.');
    if (Array.isArray(parameters) && !parameters.every(isAccepted))
      throw new Rejection(400, 'A parameter does not belong to this action.');
  };
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        const valid = right.validateCreate(body);
        check(body);
        return valid;
      },
      validateUpdate: (body) => {
        const valid = right.validateUpdate(body);
        check(body);
        return valid;
      },
    }),
  };
}

/** A server that rejects a create with the name and parameters of an unfinished action. */
export function rejectsEqualActions(): Difference {
  return {
    behaviour: (right) => ({
      save: (collection, action, operation) => {
        const isEqual = ({ action: other }: ReturnType<typeof right.save>) =>
          !isFinalStatus(other.status) &&
          other.name === action.name &&
          isDeepStrictEqual(other.parameters, action.parameters);
        if (operation === 'create' && collection.all().some(isEqual))
          throw new Rejection(409, 'An equal action is unfinished.');
        return right.save(collection, action, operation);
      },
    }),
  };
}

export const limitedNames = ['BlockIp', 'AllowIp', 'BlockUrl', 'IsolateMachine', 'CollectPackage'];
export const isAddress = (pair: unknown) =>
  isObject(pair) && pair.name === 'IP' && /^(\d{1,3}\.){3}\d{1,3}$|^[\da-f:]+$/i.test(String(pair.value));

/** A server for one vendor, that of the documented example. */
export const documentedVendor: Difference = {
  options: { vendors: [{ vendor: 'Microsoft', provider: 'Windows Defender ATP' }] },
};

/** A server that knows the vendor of the documented example only, and takes any provider of it. */
export const documentedVendorAnyProvider: Difference = {
  behaviour: {
    checkRoute: (vendorInformation) => {
      if (vendorInformation && vendorInformation.vendor !== 'Microsoft')
        throw new Rejection(400, 'The vendor is unknown.');
    },
  },
};

export const variants = [
  variant('only the documented vendor and provider are known', 'vendors', documentedVendor),
  variant('only the documented vendor is known, with any provider', 'vendors', documentedVendorAnyProvider),
  variant(
    'only five action names are accepted',
    'limits',
    limitedTo(limitedNames, () => true),
  ),
  variant('only five action names are accepted, and the run is given them', 'limits', {
    ...limitedTo(limitedNames, () => true),
    routing: { actionName: 'BlockIp', actionNames: limitedNames },
  }),
  variant('only addresses are accepted as parameters', 'limits', limitedTo(limitedNames, isAddress)),
  variant('an action that equals an unfinished one is rejected with 409', 'equal actions', rejectsEqualActions()),
];
