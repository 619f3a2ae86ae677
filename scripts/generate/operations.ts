import type { JsonObject } from './contract.js';

/** One operation of the document, as the client generator uses it. */
export interface OperationInfo {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The names of the path parameters, in the order of the path. */
  readonly pathParameters: readonly string[];
  /** Whether a body is required, optional or not allowed. */
  readonly body: 'required' | 'optional' | 'none';
  /** `x-operation`. */
  readonly kind: string;
  /** The documented 2xx responses: the shape of the JSON body by status, or null where there is no body. */
  readonly successes: Readonly<Record<string, Shape | null>>;
}

/** What must be present in a body: the type of a value, the items of an array, or the required members of an object. */
type Shape = string | [Shape] | { [member: string]: Shape };

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a bundled document, in its order. Throws for an operation without an operationId. */
export function operationsOf(document: JsonObject): OperationInfo[] {
  return Object.entries(object(document.paths)).flatMap(([path, value]) => {
    const item = object(value);
    return methods
      .filter((method) => item[method] !== undefined)
      .map((method) => operationInfo(document, path, method, item));
  });
}

function operationInfo(document: JsonObject, path: string, method: string, item: JsonObject): OperationInfo {
  const operation = object(item[method]);
  const { operationId: id, summary = '', description = '', requestBody } = operation;
  if (typeof id !== 'string')
    throw new Error(`${method.toUpperCase()} ${path}: expected an operationId, which names the function of the client`);
  return {
    id,
    method,
    path,
    summary: String(summary),
    description: String(description),
    pathParameters: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ''),
    body:
      requestBody === undefined ? 'none' : resolve(document, requestBody).required === true ? 'required' : 'optional',
    kind: String(operation['x-operation']),
    successes: successesOf(document, object(operation.responses)),
  };
}

function successesOf(document: JsonObject, responses: JsonObject): Record<string, Shape | null> {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return Object.fromEntries(
    successes.map(([status, response]) => {
      const { content } = resolve(document, response);
      if (content === undefined) return [status, null];
      return [status, shapeOf(document, object(object(content)['application/json']).schema)];
    }),
  );
}

/** The types of the required members of a schema. */
function shapeOf(document: JsonObject, schema: unknown): Shape {
  const { type, items, required, properties } = resolve(document, schema);
  if (type === 'array') return [shapeOf(document, items)];
  if (type !== 'object') return String(type);
  const names = Array.isArray(required) ? required.map(String) : [];
  return Object.fromEntries(names.map((name) => [name, shapeOf(document, object(properties)[name])]));
}

/** Resolves one local reference. */
function resolve(document: JsonObject, value: unknown): JsonObject {
  const { $ref } = object(value);
  if (typeof $ref !== 'string') return object(value);
  return object(
    $ref
      .split('/')
      .slice(1)
      .reduce<unknown>((at, name) => object(at)[name], document),
  );
}

function object(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null)
    throw new Error(`expected an object in the document, received ${value}`);
  return value as JsonObject;
}
