/** An operation of JSON Patch (RFC 6902), of the three kinds that fixtures use; `path` is a JSON pointer (RFC 6901). */
export type EditOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

type Container = Record<string, unknown> | unknown[];

/**
 * The value after the operations, applied in order. The result shares nothing with the arguments, which do not change.
 *
 * @throws Error for a pointer that is malformed or has no value; the message has the operation and what is there instead.
 */
export function applyEdit(value: unknown, edit: readonly EditOperation[]): unknown {
  return edit.reduce(applyOne, structuredClone(value));
}

function applyOne(value: unknown, operation: EditOperation): unknown {
  const tokens = parsePointer(operation.path, operation);
  const last = tokens.pop();
  if (last === undefined) {
    if (operation.op === 'remove') throw failure(operation, 'a member or element to remove', 'the whole value');
    return structuredClone(operation.value);
  }
  const parent = tokens.reduce<unknown>((at, token) => step(at, token, operation), value);
  change(container(parent, operation), last, operation);
  return value;
}

function change(parent: Container, token: string, operation: EditOperation): void {
  if (operation.op !== 'add') step(parent, token, operation);
  if (Array.isArray(parent)) {
    const index = token === '-' && operation.op === 'add' ? parent.length : indexOf(token, parent.length, operation);
    if (operation.op === 'remove') parent.splice(index, 1);
    else parent.splice(index, operation.op === 'add' ? 0 : 1, structuredClone(operation.value));
  } else if (operation.op === 'remove') delete parent[token];
  else define(parent, token, structuredClone(operation.value));
}

/** The member or element that `token` names; it must exist. */
function step(at: unknown, token: string, operation: EditOperation): unknown {
  const parent = container(at, operation);
  if (Array.isArray(parent)) {
    const index = indexOf(token, parent.length - 1, operation);
    return parent[index];
  }
  if (!Object.hasOwn(parent, token)) {
    throw failure(operation, `a member ${JSON.stringify(token)}`, `members ${JSON.stringify(Object.keys(parent))}`);
  }
  return parent[token];
}

function container(at: unknown, operation: EditOperation): Container {
  if (typeof at === 'object' && at !== null) return at as Container;
  throw failure(operation, 'an object or array on the way', JSON.stringify(at));
}

function indexOf(token: string, highest: number, operation: EditOperation): number {
  const index = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : Number.NaN;
  if (index <= highest) return index;
  throw failure(operation, `an index from 0 to ${highest}`, JSON.stringify(token));
}

/** Not `parent[token] = value`, which sets the prototype for the token `__proto__`. */
function define(parent: Record<string, unknown>, token: string, value: unknown): void {
  Object.defineProperty(parent, token, { value, writable: true, enumerable: true, configurable: true });
}

function parsePointer(path: string, operation: EditOperation): string[] {
  if (path === '') return [];
  if (!path.startsWith('/') || /~(?![01])/.test(path)) {
    throw failure(operation, 'a JSON pointer ("" or /a/b, with ~0 for ~ and ~1 for /)', JSON.stringify(path));
  }
  const tokens = path.slice(1).split('/');
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function failure(operation: EditOperation, expected: string, received: string): Error {
  return new Error(
    `Failed to apply the edit ${operation.op} ${operation.path}: expected ${expected}, received ${received}`,
  );
}
