import type { JsonObject } from './contract.js';

/** The names of the document's component schemas, in its order. */
export function schemaNames(document: JsonObject): string[] {
  const { schemas = {} } = (document.components ?? {}) as { schemas?: JsonObject };
  return Object.keys(schemas);
}

/** `securityAction` as a type name: `SecurityAction`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
