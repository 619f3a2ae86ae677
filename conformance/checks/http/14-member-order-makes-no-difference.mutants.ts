import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';

type Json = Readonly<Record<string, unknown>>;

/** Changes every object of a body depending on the order of its members. */
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
    'a create whose type annotation is not first is rejected',
    inOrder((object) => {
      if (Object.keys(object).indexOf('@odata.type') > 0)
        throw new Rejection(400, 'The type annotation has to come first.');
      return object;
    }),
  ),
  mutant(
    'HTTP-14',
    'a value before its name is lost',
    inOrder((object) => (before(object, 'value', 'name') ? { ...object, value: null } : object)),
  ),
  mutant(
    'HTTP-14',
    'members before the type annotation are ignored',
    inOrder((object) => {
      const at = Object.keys(object).indexOf('@odata.type');
      return at > 0 ? Object.fromEntries(Object.entries(object).slice(at)) : object;
    }),
  ),
];
