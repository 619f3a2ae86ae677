import type { Action } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { keeps, makesOf, text, withPairs } from '../../selftest/mutants/create/create.js';
import { rewritesPairs } from '../../selftest/mutants/create/pairs.js';
import type { Json } from '../../selftest/server/wire.js';

function byName(pairs: readonly Json[], key: (name: string) => string): readonly Json[] {
  return [...new Map(pairs.map((pair) => [key(String(pair.name)), pair])).values()];
}

/** A create that stores the values of the pairs otherwise than they were sent. */
function rewritesValues(edit: (text: string) => string) {
  return makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: text(pair.value, edit) })));
}

export const mutants = [
  mutant(
    'CREATE-12',
    'pairs are kept by their name',
    rewritesPairs((pairs) => byName(pairs, (name) => name)),
  ),
  mutant(
    'CREATE-12',
    'pairs are kept by their name in lower case',
    rewritesPairs((pairs) => byName(pairs, (name) => name.toLowerCase())),
    { alsoFails: ['CREATE-13'] },
  ),
  mutant(
    'CREATE-12',
    'only fifty pairs are kept',
    rewritesPairs((pairs) => pairs.slice(0, 50)),
  ),
  mutant(
    'CREATE-12',
    'values are cut at 4000 characters',
    rewritesValues((value) => value.slice(0, 4000)),
  ),
  mutant(
    'CREATE-12',
    'values that look like numbers are written as such',
    rewritesValues((value) => (/^\d/.test(value) && Number.isFinite(Number(value)) ? String(Number(value)) : value)),
  ),
  mutant(
    'CREATE-12',
    'empty values are stored as null',
    makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: pair.value || null }))),
  ),
  mutant(
    'CREATE-12',
    'the answer has all pairs, the stored action the first ten',
    keeps((action) => ({ parameters: action.parameters.slice(0, 10) })),
  ),
  mutant(
    'CREATE-12',
    'an action with a context seen before gets the pairs of the first one',
    () => {
      const pairs = new Map<string, Action['parameters']>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            const { clientContext, parameters } = action;
            if (clientContext === null) return action;
            pairs.set(clientContext, pairs.get(clientContext) ?? parameters);
            return { ...action, parameters: pairs.get(clientContext) ?? parameters };
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
];
