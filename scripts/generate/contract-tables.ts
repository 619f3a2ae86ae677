import { banner, type Contract, type JsonObject, type Output } from './contract.js';
import { schemaNames } from './schema-names.js';
import { quoted, tallUnion } from './typescript.js';

/** What the contract declares about a property. */
interface Property {
  readonly types: readonly string[];
  readonly date: boolean;
  readonly schema?: string;
}

/** generated/contract-tables.ts: what checks look up in the OpenAPI document, so that no run has to read it. */
export async function contractTables(contract: Contract): Promise<Output> {
  const document = await contract.document();
  const schemas = schemaNames(document);
  const properties = schemas.map((name) => [name, propertiesOf(document, name)] as const);
  const action = object(at(schemaOf(document, 'securityAction'), 'properties'));
  const serverOwned = Object.keys(action).filter(
    (name) => !isAnnotation(name) && at(action[name], 'readOnly') === true,
  );
  const bodies = ['securityActionCreate', 'securityActionUpdate'];
  const writable = [...new Set(bodies.flatMap((schema) => Object.keys(propertiesOf(document, schema))))];
  const text = `// ${banner}
import type { Operation } from './requirements.js';

/** A component schema of the OpenAPI document. */
export type SchemaName = ${tallUnion(schemas)};

/** What the contract declares about a property of a schema. */
export interface DeclaredProperty {
  /** The JSON types of its value; \`null\` is one of them where the value may be null. */
  readonly types: readonly string[];
  /** True for a string that is a date. */
  readonly date: boolean;
  /** The schema of the value or, for an array, of its elements; absent for a plain value. */
  readonly schema?: SchemaName;
}

/** The properties of each schema by name, without annotations such as \`@odata.type\`. */
export const schemaProperties: Readonly<Record<SchemaName, ReadonlyMap<string, DeclaredProperty>>> = {
${properties.map(([name, table]) => `  ${name}: ${map(table, 4)},`).join('\n')}
};

/** What a client may write. */
export const writableProperties = ${list(writable)} as const;

/** What only the server sets. */
export const serverOwnedProperties = ${list(serverOwned)} as const;

/** The properties of \`vendorInformation\`. */
export const vendorParts = ${list(Object.keys(propertiesOf(document, 'securityVendorInformation')))} as const;

/** What the contract documents about one response of an operation. */
export interface DocumentedResponse {
  /** Media types of the body; empty for a response without a body. */
  readonly mediaTypes: readonly string[];
  /** Names of the header fields, as the document spells them. */
  readonly headers: readonly string[];
}

/** The documented responses of each operation by status code. */
export const operationResponses: Readonly<Record<Operation, ReadonlyMap<number, DocumentedResponse>>> = {
${operations(document)
  .map(([name, operation]) => `  ${name}: ${map(responsesOf(document, operation), 4, Number)},`)
  .join('\n')}
};
`;
  return { path: 'generated/contract-tables.ts', text };
}

function propertiesOf(document: JsonObject, schema: string): Record<string, Property> {
  const properties = Object.entries(object(at(schemaOf(document, schema), 'properties')));
  return Object.fromEntries(
    properties.filter(([name]) => !isAnnotation(name)).map(([name, node]) => [name, propertyOf(document, node)]),
  );
}

/** The types of a schema node: its own, those behind its `$ref` and those of each `anyOf` branch. */
function propertyOf(document: JsonObject, node: unknown): Property {
  const branches = at(node, 'anyOf');
  if (Array.isArray(branches)) {
    const each = branches.map((branch) => propertyOf(document, branch));
    const schema = each.find((one) => one.schema)?.schema;
    const types = each.flatMap((one) => one.types);
    return { types, date: each.some(({ date }) => date), ...(schema !== undefined && { schema }) };
  }
  const reference = at(node, '$ref');
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const { types, date } = propertyOf(document, schemaOf(document, name));
    return { types, date, ...(types.includes('object') && { schema: name }) };
  }
  const types = [at(node, 'type')].flat().filter((type) => typeof type === 'string');
  const items = types.includes('array') ? propertyOf(document, at(node, 'items')) : undefined;
  const date = at(node, 'format') === 'date-time';
  return { types, date, ...(items?.schema !== undefined && { schema: items.schema }) };
}

function operations(document: JsonObject): (readonly [string, unknown])[] {
  return Object.values(object(document.paths))
    .flatMap((path) => Object.values(object(path)))
    .flatMap((operation) => {
      const name = at(operation, 'x-operation');
      return typeof name === 'string' ? [[name, operation] as const] : [];
    });
}

function responsesOf(document: JsonObject, operation: unknown) {
  const responses = Object.entries(object(at(operation, 'responses'))).map(([status, response]) => {
    const { content, headers } = object(resolved(document, response));
    return [status, { mediaTypes: Object.keys(object(content)), headers: Object.keys(object(headers)) }] as const;
  });
  return Object.fromEntries(responses);
}

function schemaOf(document: JsonObject, name: string): unknown {
  return at(at(document.components, 'schemas'), name);
}

/** What a local reference points to; any other value is returned unchanged. */
function resolved(document: JsonObject, value: unknown): unknown {
  const reference = at(value, '$ref');
  return typeof reference === 'string' ? reference.split('/').slice(1).reduce<unknown>(at, document) : value;
}

function isAnnotation(name: string): boolean {
  return name.startsWith('@');
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function at(value: unknown, name: string): unknown {
  return object(value)[name];
}

/** A Map with one entry on each line. */
function map(
  table: Readonly<Record<string, unknown>>,
  indent: number,
  key: (name: string) => unknown = String,
): string {
  const entries = Object.entries(table).map(
    ([name, value]) => `${' '.repeat(indent)}[${JSON.stringify(key(name))}, ${JSON.stringify(value)}],`,
  );
  return entries.length === 0 ? 'new Map()' : `new Map([\n${entries.join('\n')}\n${' '.repeat(indent - 2)}])`;
}

function list(names: readonly string[]): string {
  return `[${names.map(quoted).join(', ')}]`;
}
