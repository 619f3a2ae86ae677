import { typeOf } from '../mutants/create/annotations.js';
import { objectIn, pairsIn } from '../mutants/create/create.js';
import { appendsPairs, replacesVendor } from '../mutants/update/parts.js';
import { variant } from '../variant.js';
import { rejecting } from './bodies.js';

const clearable = ['name', 'actionReason', 'clientContext', 'vendorInformation', 'errorInfo', 'completedDateTime'];
const completion = ({ completedDateTime }: Readonly<Record<string, unknown>>) => String(completedDateTime ?? '');

/** Servers that do not follow a SHOULD, or use what the contract leaves open, for bodies of create and PATCH alike: no MUST may depend on that. */
export const variants = [
  variant(
    'a null value of a pair is rejected',
    'null in a pair',
    rejecting((body) => pairsIn(body).some((pair) => objectIn(pair).value === null)),
    { doesNotFollow: ['CREATE-21'] },
  ),
  variant(
    'null is rejected for every property',
    'null in a patch',
    rejecting((body) => clearable.some((name) => body[name] === null)),
    { doesNotFollow: ['CREATE-34', 'UPDATE-6'] },
  ),
  variant(
    'nested type annotations are rejected',
    'type name',
    rejecting((body) => [body.vendorInformation, ...pairsIn(body)].some((part) => typeOf(part) !== undefined)),
    { doesNotFollow: ['CREATE-53', 'UPDATE-27'] },
  ),
  variant(
    'two pairs with one name are rejected, in any letter case',
    // Where a target accepts addresses alone, all pairs have one name.
    ['repeated names', 'limits'],
    rejecting((body) => {
      const names = pairsIn(body).map((pair) => String(objectIn(pair).name).toLowerCase());
      return new Set(names).size < names.length;
    }),
  ),
  variant(
    'a date with more than nine fractional digits is rejected',
    'digits of a sent date',
    rejecting((body) => /\.\d{10}/.test(completion(body))),
  ),
  variant(
    'a completion before the creation is rejected',
    'sent completion',
    rejecting((body) => Date.parse(completion(body)) < Date.now() - 3_600_000),
  ),
  variant(
    'a date with an offset is rejected',
    'sent offset',
    rejecting((body) => /[+-]\d\d:\d\d$/.test(completion(body))),
    { doesNotFollow: ['UPDATE-16'] },
  ),
  variant('a PATCH appends pairs to the stored ones', 'pairs in a patch', appendsPairs, {
    doesNotFollow: ['UPDATE-7'],
  }),
  variant('a PATCH replaces vendorInformation as a whole', 'vendor in a patch', replacesVendor, {
    doesNotFollow: ['UPDATE-8'],
  }),
];
