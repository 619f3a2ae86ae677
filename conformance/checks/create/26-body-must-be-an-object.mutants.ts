import { mutant } from '../../selftest/mutant.js';
import { readsBy, readsText } from '../../selftest/mutants/create/bodies.js';
import type { Difference } from '../../selftest/server/difference.js';

/** A create that replaces the JSON value of a body by what `edit` returns; undefined keeps the value, which is then rejected. */
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
    'create takes the first element of a body that is an array',
    readsValue((value) => (Array.isArray(value) ? value[0] : undefined)),
  ),
  mutant(
    'CREATE-26',
    'create accepts a body that is an empty array',
    readsValue((value) => (Array.isArray(value) && value.length === 0 ? { parameters: [] } : undefined)),
  ),
  mutant(
    'CREATE-26',
    'create crashes when the body is null',
    readsBy((right) => ({
      parseObject: (bytes) => {
        if (Buffer.from(bytes).toString().trim() === 'null') throw new TypeError('null has no members');
        return right.parseObject(bytes);
      },
    })),
  ),
  mutant(
    'CREATE-26',
    'create takes a body that is a string as the name',
    readsValue((value) => (typeof value === 'string' ? { name: value, parameters: [] } : undefined)),
  ),
];
