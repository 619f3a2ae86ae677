import { type DeclaredProperty, type SchemaName, schemaProperties } from '../../../generated/contract-tables.js';
import type { Exchange } from '../evidence/exchange.js';
import { preview } from '../evidence/preview.js';
import { isObject, type ObservedObject } from '../evidence/reply.js';
import { judge } from './judge.js';
import type { Pointer } from './location.js';
import { sides } from './violation.js';

/** The properties that the contract declares for a schema, by name and without annotations. */
export function declaredProperties(schema: SchemaName): ReadonlyMap<string, DeclaredProperty> {
  return schemaProperties[schema];
}

/** Expects each member of the value that the contract declares to have one of its declared JSON types; nested values are not checked. */
export function expectDeclaredTypes(value: ObservedObject, schema: SchemaName, at: Pointer, exchange: Exchange): void {
  const properties = declaredProperties(schema);
  const wrong = Object.keys(value).find((name) => {
    const types = properties.get(name)?.types;
    return types !== undefined && !types.some((type) => hasType(value[name], type));
  });
  judge(wrong === undefined, () => {
    const name = wrong ?? '';
    const expected = `a value of type ${properties.get(name)?.types.join(' or ')}`;
    return {
      message: `\`${at}/${name}\`: ${sides(expected, preview(value[name], 80))}`,
      expected,
      received: preview(value[name]),
      at: `${at}/${name}`,
      exchange,
    };
  });
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
