import { isObject } from '../../engine/evidence/reply.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads } from '../../selftest/mutants/create/create.js';
import { readsPairs, readsParameters } from '../../selftest/mutants/create/refused-pairs.js';

/** The first pair as it was sent, and of the others what can be stored. */
function mended([first, ...others]: readonly unknown[]): readonly unknown[] {
  return [first, ...others.filter(isObject).map(({ name, value }) => ({ name: String(name), value: String(value) }))];
}

/** A create that passes over some of what stands in the list. */
function readsOnly(wanted: (pair: unknown) => boolean): Difference {
  return readsParameters((parameters) => (Array.isArray(parameters) ? parameters.filter(wanted) : parameters));
}

export const mutants = [
  mutant(
    'CREATE-20',
    'only the first pair is validated',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters) ? mended(body.parameters) : body.parameters,
    })),
    { alsoFails: ['CREATE-22'] },
  ),
  mutant(
    'CREATE-20',
    'a pair without a name gets an empty one',
    readsPairs((pair) => ({ name: '', ...pair })),
  ),
  mutant(
    'CREATE-20',
    'a pair whose name is null is passed over',
    readsOnly((pair) => objectIn(pair).name !== null),
  ),
  mutant('CREATE-20', 'what is no object among the pairs is passed over', readsOnly(isObject)),
];
