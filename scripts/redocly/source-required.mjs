/**
 * @typedef {{ child(key: string): unknown, pointer: string }} Location
 * @typedef {{ location: Location, report(problem: { message: string, location?: unknown }): void }} Context
 * @typedef {Record<string, unknown>} Node
 */

/** Pointers to a whole schema: the root of a file, or a component of a bundled document. */
const ownSchema = /^#\/$|^#\/components\/schemas\/[^/]+$/;

/**
 * Reports each part of the contract without `x-source`: an operation, parameter, request body, response, header, example, security
 * scheme, schema, and each property of a schema, even where the property only refers to another schema.
 */
export function sourceRequired() {
  /** @type {(what: string) => (node: Node, context: Context) => void} */
  const requireIn = (what) => (node, context) => {
    if (!('x-source' in node)) context.report({ message: missing(what) });
  };

  return {
    Operation: requireIn('operation'),
    Parameter: requireIn('parameter'),
    RequestBody: requireIn('request body'),
    Response: requireIn('response'),
    Header: requireIn('header'),
    Example: requireIn('example'),
    SecurityScheme: requireIn('security scheme'),
    /** @type {(schema: Node, context: Context) => void} */
    Schema(schema, context) {
      if (ownSchema.test(context.location.pointer)) requireIn('schema')(schema, context);
    },
    /** @type {(properties: Record<string, Node | boolean>, context: Context) => void} */
    SchemaProperties(properties, context) {
      for (const [name, property] of Object.entries(properties)) {
        if (typeof property === 'object' && 'x-source' in property) continue;
        context.report({ message: missing(`property "${name}"`), location: context.location.child(name) });
      }
    },
  };
}

/** @param {string} what */
function missing(what) {
  return `Expected the ${what} to have an x-source, received none. Add x-source: '<key>: <place>'.`;
}
