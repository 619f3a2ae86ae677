/**
 * @typedef {{ child(key: string): unknown, pointer: string }} Location
 * @typedef {{ location: Location, report(problem: { message: string, location?: unknown }): void }} Context
 * @typedef {Record<string, unknown>} Node
 */

/** Where a schema stands for itself: the whole of a file, or a component of a bundled document. */
const ownSchema = /^#\/$|^#\/components\/schemas\/[^/]+$/;

/**
 * Refuses a part of the contract without `x-source`: an operation, parameter, request body, response, header, example, security
 * scheme, schema, and each property of a schema, even where the property only refers to another schema.
 */
export function sourceRequired() {
  /** @type {(what: string) => (node: Node, context: Context) => void} */
  const demandOf = (what) => (node, context) => {
    if (!('x-source' in node)) context.report({ message: missing(what) });
  };

  return {
    Operation: demandOf('operation'),
    Parameter: demandOf('parameter'),
    RequestBody: demandOf('request body'),
    Response: demandOf('response'),
    Header: demandOf('header'),
    Example: demandOf('example'),
    SecurityScheme: demandOf('security scheme'),
    /** @type {(schema: Node, context: Context) => void} */
    Schema(schema, context) {
      if (ownSchema.test(context.location.pointer)) demandOf('schema')(schema, context);
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
  return `Expected the ${what} to say where it comes from, but it has no x-source. Add x-source: '<key>: <place>'.`;
}
