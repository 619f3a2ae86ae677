import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';

type Json = Readonly<Record<string, unknown>>;

/** Objects of a body are read in one go, so that where a member stands decides what becomes of it. */
function inOrder(read: (object: Json) => Json): Difference {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (typeof value !== 'object' || value === null) return value;
    return read(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)])));
  };
  return { behaviour: (right) => ({ parseObject: (bytes) => each(right.parseObject(bytes)) as Json }) };
}

const before = (object: Json, one: string, other: string) => {
  const names = Object.keys(object);
  return names.includes(one) && names.includes(other) && names.indexOf(one) < names.indexOf(other);
};

export const mutants = [
  mutant(
    'HTTP-14',
    'the type of an object has to come first',
    inOrder((object) => {
      if (Object.keys(object).indexOf('@odata.type') > 0)
        throw new Refusal(400, 'The type annotation has to come first.');
      return object;
    }),
  ),
  mutant(
    'HTTP-14',
    'a value that comes before its name is lost',
    inOrder((object) => (before(object, 'value', 'name') ? { ...object, value: null } : object)),
  ),
  mutant(
    'HTTP-14',
    'what stands before the type of an object is not read',
    inOrder((object) => {
      const at = Object.keys(object).indexOf('@odata.type');
      return at > 0 ? Object.fromEntries(Object.entries(object).slice(at)) : object;
    }),
  ),
];
