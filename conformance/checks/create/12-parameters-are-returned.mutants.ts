import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { editedText, keeps, makes, makesOf, reads, withPairs } from '../../selftest/mutants/create/create.js';
import { rewritesPairs } from '../../selftest/mutants/create/pairs.js';
import { changed, changedPairs, withChanged } from '../../selftest/mutants/texts.js';
import type { Json } from '../../selftest/server/wire.js';

function byName(pairs: readonly Json[], key: (name: string) => string): readonly Json[] {
  return [...new Map(pairs.map((pair) => [key(String(pair.name)), pair])).values()];
}

/** A create that stores the values of the pairs as `edit` returns them. */
function rewritesValues(edit: (text: string) => string) {
  return makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: editedText(pair.value, edit) })));
}

export const mutants = [
  mutant(
    'CREATE-12',
    'create keeps only the last pair of each name',
    rewritesPairs((pairs) => byName(pairs, (name) => name)),
  ),
  mutant(
    'CREATE-12',
    'create keeps only the last pair of each name, ignoring case',
    rewritesPairs((pairs) => byName(pairs, (name) => name.toLowerCase())),
  ),
  mutant(
    'CREATE-12',
    'create stores only fifty pairs',
    rewritesPairs((pairs) => pairs.slice(0, 50)),
  ),
  mutant(
    'CREATE-12',
    'create truncates pair values to 4000 characters',
    rewritesValues((value) => value.slice(0, 4000)),
  ),
  mutant(
    'CREATE-12',
    'create rewrites pair values that look like numbers',
    rewritesValues((value) => (/^\d/.test(value) && Number.isFinite(Number(value)) ? String(Number(value)) : value)),
  ),
  mutant(
    'CREATE-12',
    'create stores empty pair values as null',
    makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: pair.value || null }))),
  ),
  mutant(
    'CREATE-12',
    'create returns all pairs but stores only the first ten',
    keeps((action) => ({ parameters: action.parameters.slice(0, 10) })),
  ),
  mutant(
    'CREATE-12',
    'a new action with a known clientContext gets the pairs of the first action',
    () => {
      const pairs = new Map<string, StoredAction['parameters']>();
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
  mutant(
    'CREATE-12',
    'create stores pair values of spaces as null',
    makes(({ parameters }) => ({ parameters: changedPairs(parameters, 'value', changed.blankAsNull) })),
  ),
  mutant(
    'CREATE-12',
    'create trims trailing spaces of pair names',
    makes(({ parameters }) => ({ parameters: changedPairs(parameters, 'name', changed.withoutTrailingSpace) })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-12',
    'create truncates pair names to 255 characters',
    makes(({ parameters }) => ({ parameters: changedPairs(parameters, 'name', changed.upTo255) })),
    { alsoFails: ['HTTP-13', 'HTTP-19'] },
  ),
  mutant(
    'CREATE-12',
    'create removes invisible characters from pair values',
    makes(({ parameters }) => ({ parameters: changedPairs(parameters, 'value', changed.withoutInvisible) })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-12',
    'create cuts pair values at U+0000',
    reads((body) => withChanged(body, 'parameters', (pairs) => changedPairs(pairs, 'value', changed.upToNul))),
  ),
  mutant(
    'CREATE-12',
    'create stores null pair values as empty texts',
    makes(({ parameters }) => ({ parameters: parameters.map(({ name, value }) => ({ name, value: value ?? '' })) })),
  ),
  mutant(
    'CREATE-12',
    'create stores a null value of a pair as an empty string',
    makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: pair.value ?? '' }))),
  ),
  mutant(
    'CREATE-12',
    'create stores a null value of a pair as the text null',
    makesOf((sent) => withPairs(sent, (pair) => ({ ...pair, value: String(pair.value ?? null) }))),
  ),
];
