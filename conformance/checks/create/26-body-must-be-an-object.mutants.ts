import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { readsBy, readsText } from '../../selftest/mutants/create/bodies.js';

/** A create that takes the value of a body for an object in its own way; undefined leaves it to be refused. */
function readsValue(edit: (value: unknown) => unknown): Difference {
  return readsText((text) => {
    try {
      return JSON.stringify(edit(JSON.parse(text)) ?? JSON.parse(text));
    } catch {
      return text;
    }
  });
}

export const mutants = [
  mutant(
    'CREATE-26',
    'a list is taken for its first element',
    readsValue((value) => (Array.isArray(value) ? value[0] : undefined)),
  ),
  mutant(
    'CREATE-26',
    'a list of none makes none and succeeds',
    readsValue((value) => (Array.isArray(value) && value.length === 0 ? { parameters: [] } : undefined)),
  ),
  mutant(
    'CREATE-26',
    'a body of null crashes',
    readsBy((right) => ({
      parseObject: (bytes) => {
        if (Buffer.from(bytes).toString().trim() === 'null') throw new TypeError('null has no members');
        return right.parseObject(bytes);
      },
    })),
  ),
  mutant(
    'CREATE-26',
    'a text is taken for the name',
    readsValue((value) => (typeof value === 'string' ? { name: value, parameters: [] } : undefined)),
  ),
];
