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
  readonly hasQuery: boolean;
  /** Whether a body is required, optional or not allowed. */
  readonly body: 'required' | 'optional' | 'none';
}

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
  const parameters = [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
  return {
    id,
    method,
    path,
    summary: String(summary),
    description: String(description),
    pathParameters: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ''),
    hasQuery: parameters.some((parameter) => resolve(document, parameter).in === 'query'),
    body:
      requestBody === undefined ? 'none' : resolve(document, requestBody).required === true ? 'required' : 'optional',
  };
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
