import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { keeps, makes, makesOf, pairsIn, text, withPairs } from './_create.js';

/** A create that stores the values of the pairs otherwise than they were sent. */
function rewritesValues(edit: (text: string) => string) {
  return makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: text(pair.value, edit) })));
}

/** A create that stores other pairs than were sent. */
function rewritesPairs(edit: (pairs: readonly Json[]) => readonly Json[]) {
  return makes((action) => ({ parameters: edit(pairsIn(action)) }));
}

function byName(pairs: readonly Json[], key: (name: string) => string): readonly Json[] {
  return [...new Map(pairs.map((pair) => [key(String(pair.name)), pair])).values()];
}

export const slips = [
  slip(
    'CREATE-12',
    'pairs are kept by their name',
    rewritesPairs((pairs) => byName(pairs, (name) => name)),
  ),
  slip(
    'CREATE-12',
    'pairs are kept by their name in lower case',
    rewritesPairs((pairs) => byName(pairs, (name) => name.toLowerCase())),
    { relatives: ['CREATE-13'] },
  ),
  slip(
    'CREATE-12',
    'only fifty pairs are kept',
    rewritesPairs((pairs) => pairs.slice(0, 50)),
  ),
  slip(
    'CREATE-12',
    'values are cut at 4000 characters',
    rewritesValues((value) => value.slice(0, 4000)),
  ),
  slip(
    'CREATE-12',
    'values that look like numbers are written as such',
    rewritesValues((value) => (/^\d/.test(value) && Number.isFinite(Number(value)) ? String(Number(value)) : value)),
  ),
  slip(
    'CREATE-12',
    'empty values are stored as null',
    makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: pair.value || null }))),
  ),
  slip(
    'CREATE-12',
    'the answer has all pairs, the stored action the first ten',
    keeps((action) => ({ parameters: action.parameters.slice(0, 10) })),
  ),
  slip(
    'CREATE-13',
    'pairs are sorted by their names',
    rewritesPairs((pairs) => pairs.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'CREATE-13',
    'pairs whose names are numbers come first',
    rewritesPairs((pairs) =>
      pairs.toSorted((a, b) => Number(/^\d+$/.test(String(b.name))) - Number(/^\d+$/.test(String(a.name)))),
    ),
  ),
  slip(
    'CREATE-13',
    'a get shows the pairs the last one first',
    keeps((action) => ({ parameters: action.parameters.toReversed() })),
    { relatives: ['RESOURCE-18', 'HTTP-13'] },
  ),
];
