import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'UPDATE-7',
    'pairs are added to the stored ones',
    patched(
      (right, before, sent) =>
        sent.parameters !== undefined && { parameters: [...before.parameters, ...right.parameters] },
    ),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-7',
    'pairs are merged by their names',
    patched((right, before) => {
      const replaced = new Set(right.parameters.map(({ name }) => name));
      const kept = before.parameters.filter(({ name }) => !replaced.has(name));
      return { parameters: [...kept, ...right.parameters] };
    }),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-7',
    'of two pairs with one name only the last is stored',
    patched(({ parameters }) => ({
      parameters: [...new Map(parameters.map((pair) => [pair.name, pair])).values()],
    })),
  ),
];
