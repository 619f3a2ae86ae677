import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { appendsPairs } from '../../selftest/mutants/update/parts.js';

export const mutants = [
  mutant('UPDATE-7', 'PATCH appends pairs to the stored ones', appendsPairs),
  mutant(
    'UPDATE-7',
    'PATCH merges pairs by name',
    patchMakes((right, before) => {
      const replaced = new Set(right.parameters.map(({ name }) => name));
      const kept = before.parameters.filter(({ name }) => !replaced.has(name));
      return { parameters: [...kept, ...right.parameters] };
    }),
  ),
  mutant(
    'UPDATE-7',
    'PATCH keeps only the last pair of each name',
    patchMakes(
      ({ parameters }, _, sent) =>
        sent.parameters !== undefined && {
          parameters: [...new Map(parameters.map((pair) => [pair.name, pair])).values()],
        },
    ),
  ),
];
