import { isObject } from '../../engine/evidence/reply.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { objectIn, reads, refuses, withPairs } from './_create.js';

/** A create that takes something good in place of wrong parameters. */
function readsParameters(edit: (parameters: unknown) => unknown): Difference {
  return reads((body) => ({ ...body, parameters: edit(body.parameters) }));
}

/** The same for each pair. */
function readsPairs(edit: (pair: Json) => Json): Difference {
  return reads((body) => withPairs(body, (pair) => (isObject(pair) ? edit(pair) : pair)));
}

/** A create that passes over some of what stands in the list. */
function readsOnly(wanted: (pair: unknown) => boolean): Difference {
  return readsParameters((parameters) => (Array.isArray(parameters) ? parameters.filter(wanted) : parameters));
}

/** A create to which a body without parameters is as good as one with none, where the rest of the body passes `when`. */
function forgetsParameters(when: (body: Json) => boolean = () => true): Difference {
  return reads((body) => (when(body) ? { parameters: [], ...body } : body));
}

/** The first pair as it was sent, and of the others what can be stored. */
function mended([first, ...others]: readonly unknown[]): readonly unknown[] {
  return [first, ...others.filter(isObject).map(({ name, value }) => ({ name: String(name), value: String(value) }))];
}

const pairsOf = (value: Json) => Object.entries(value).map(([name, value]) => ({ name, value }));
const isPair = (value: unknown): value is Json => isObject(value) && 'name' in value;

export const slips = [
  slip('CREATE-16', 'parameters that are missing are none', forgetsParameters()),
  slip(
    'CREATE-16',
    'parameters may be missing where the type is named',
    forgetsParameters((body) => '@odata.type' in body),
  ),
  slip(
    'CREATE-16',
    'parameters may be missing where the vendor has all its parts',
    forgetsParameters(({ vendorInformation }) => 'subProvider' in objectIn(vendorInformation)),
  ),
  slip(
    'CREATE-16',
    'parameters that are missing crash',
    refuses((body) => !('parameters' in body), 500),
  ),
  slip(
    'CREATE-17',
    'parameters that are null are none',
    readsParameters((parameters) => (parameters === null ? [] : parameters)),
  ),
  slip(
    'CREATE-17',
    'parameters that are null crash',
    refuses(({ parameters }) => parameters === null, 500),
  ),
  slip(
    'CREATE-19',
    'one pair is taken for a list of one',
    readsParameters((parameters) => (isPair(parameters) ? [parameters] : parameters)),
  ),
  slip(
    'CREATE-19',
    'an object is taken for names and values',
    readsParameters((parameters) => (isObject(parameters) && !isPair(parameters) ? pairsOf(parameters) : parameters)),
  ),
  slip(
    'CREATE-19',
    'a list that is written in a text is read',
    readsParameters((parameters) =>
      typeof parameters === 'string' && parameters.startsWith('[') ? JSON.parse(parameters) : parameters,
    ),
  ),
  slip(
    'CREATE-19',
    'parameters that are true are none',
    readsParameters((parameters) => (parameters === true ? [] : parameters)),
  ),
  slip(
    'CREATE-20',
    'only the first pair is validated',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters) ? mended(body.parameters) : body.parameters,
    })),
    { relatives: ['CREATE-22'] },
  ),
  slip(
    'CREATE-20',
    'a pair without a name gets an empty one',
    readsPairs((pair) => ({ name: '', ...pair })),
  ),
  slip(
    'CREATE-20',
    'a pair whose name is null is passed over',
    readsOnly((pair) => objectIn(pair).name !== null),
  ),
  slip('CREATE-20', 'what is no object among the pairs is passed over', readsOnly(isObject)),
  slip(
    'CREATE-22',
    'a value that is a number is written out',
    readsPairs((pair) => (typeof pair.value === 'number' ? { ...pair, value: String(pair.value) } : pair)),
  ),
  slip(
    'CREATE-22',
    'a value that counts for nothing is taken for null',
    readsPairs((pair) => ({ ...pair, value: pair.value === '' ? '' : pair.value || null })),
  ),
  slip(
    'CREATE-22',
    'a value that is a list is joined',
    readsPairs((pair) => (Array.isArray(pair.value) ? { ...pair, value: pair.value.join() } : pair)),
  ),
  slip(
    'CREATE-22',
    'the value of the third pair is not looked at',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters)
        ? body.parameters.map((pair, place) =>
            place === 2 && isObject(pair) && typeof pair.value !== 'string' ? { ...pair, value: null } : pair,
          )
        : body.parameters,
    })),
  ),
];
