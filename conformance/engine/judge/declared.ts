import type { components } from '../../../generated/api.js';
import type { Exchange } from '../evidence/exchange.js';
import { show } from '../evidence/preview.js';
import { isObject, member, type ObservedObject } from '../evidence/reply.js';
import { contractDocument } from './contract-document.js';
import { judge } from './judge.js';

export type SchemaName = keyof components['schemas'];

/** What the contract declares about a property of one of its schemas. */
export interface Declared {
  /** The JSON types that its value may have, `null` among them where it may be null. */
  readonly types: readonly string[];
  /** The schema of the value, or of its elements where it is an array; absent for a plain value. */
  readonly schema?: SchemaName;
  /** True where a string is a date. */
  readonly date: boolean;
}

/** The declared properties of a schema by name, read from the contract; annotations are left out. */
export function declaredProperties(schema: SchemaName): ReadonlyMap<string, Declared> {
  const known = tables.get(schema);
  if (known) return known;
  const properties = member(schemaOf(schema), 'properties');
  const named = isObject(properties) ? Object.entries(properties).filter(([name]) => !name.startsWith('@')) : [];
  const table = new Map(named.map(([name, node]) => [name, declared(node)]));
  tables.set(schema, table);
  return table;
}

/** Expects each declared property that the value shows to have one of its declared JSON types; the inside of it is not looked at. */
export function expectDeclaredTypes(value: ObservedObject, schema: SchemaName, at: string, exchange: Exchange): void {
  const declared = declaredProperties(schema);
  const wrong = Object.keys(value).find((name) => {
    const types = declared.get(name)?.types;
    return types !== undefined && !types.some((type) => hasType(value[name], type));
  });
  judge(wrong === undefined, () => ({
    message: `${wrong} of a ${schema} has another JSON type than the declared one`,
    expected: declared.get(wrong ?? '')?.types.join(' or ') ?? '',
    received: show(value[wrong ?? '']),
    at: `${at}/${wrong}`,
    exchange,
  }));
}

const tables = new Map<SchemaName, ReadonlyMap<string, Declared>>();

function schemaOf(name: string): unknown {
  return member(member(member(contractDocument(), 'components'), 'schemas'), name);
}

/** The types of a schema node: its own, those behind its `$ref` and those of each `anyOf` branch. */
function declared(node: unknown): Declared {
  const branches = member(node, 'anyOf');
  if (Array.isArray(branches)) {
    const each = branches.map(declared);
    const schema = each.find((one) => one.schema)?.schema;
    return {
      types: each.flatMap(({ types }) => types),
      date: each.some(({ date }) => date),
      ...(schema && { schema }),
    };
  }
  const target = member(node, '$ref');
  if (typeof target === 'string') {
    const name = target.slice(target.lastIndexOf('/') + 1);
    const { types, date } = declared(schemaOf(name));
    return { types, date, ...(types.includes('object') && { schema: name as SchemaName }) };
  }
  const types = [member(node, 'type')].flat().filter((type) => typeof type === 'string');
  const items = types.includes('array') ? declared(member(node, 'items')) : undefined;
  return { types, date: member(node, 'format') === 'date-time', ...(items?.schema && { schema: items.schema }) };
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
