import { isObject, member } from '../engine/evidence/reply.js';
import { type Declared, declaredProperties, type SchemaName } from '../engine/judge/declared.js';
import { instant, millisecond } from './instant.js';

/** The members of an action that a server may move by itself. */
export const moving: readonly string[] = ['status', 'states', 'lastActionDateTime', 'completedDateTime', 'errorInfo'];

/**
 * The declared properties in which two showings of one thing differ. Null and absent are the same, and so is an empty array
 * (reading 0044); dates are compared as instants, to the millisecond (reading 0008); undeclared members do not count.
 */
export function differing(left: unknown, right: unknown, schema: SchemaName): readonly string[] {
  const names = [...declaredProperties(schema)];
  return names.flatMap(([name, declared]) => (alike(member(left, name), member(right, name), declared) ? [] : [name]));
}

function alike(left: unknown, right: unknown, declared: Declared): boolean {
  const [one, other] = [orNull(left), orNull(right)];
  if (one === null || other === null) return one === other;
  const { schema, date } = declared;
  if (schema && Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((element, index) => differing(element, other[index], schema).length === 0)
    );
  }
  if (schema && isObject(one) && isObject(other)) return differing(one, other, schema).length === 0;
  return one === other || (date && sameInstant(one, other));
}

function orNull(shown: unknown): unknown {
  return shown === undefined || (Array.isArray(shown) && shown.length === 0) ? null : shown;
}

function sameInstant(left: unknown, right: unknown): boolean {
  const [one, other] = [instant(left), instant(right)];
  if (one === undefined || other === undefined) return false;
  return one - other <= millisecond && other - one <= millisecond;
}
