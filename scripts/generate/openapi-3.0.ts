import { Converter } from '@apiture/openapi-down-convert';
import type { Contract, JsonObject, Output } from './contract.js';

/** generated/openapi-3.0.json: the document for tools and gateways that know no OpenAPI 3.1. */
export async function openapi30(contract: Contract): Promise<Output> {
  const document = withNullable(await contract.document()) as object;
  const converted = new Converter(document, { allOfTransform: true }).convert() as JsonObject;
  const { summary: _, license, ...rest } = converted.info as JsonObject;
  const info = { ...rest, license: withUrl(license as JsonObject) };
  return { path: 'generated/openapi-3.0.json', text: `${JSON.stringify({ ...converted, info }, null, 2)}\n` };
}

/** The license by its URL; 3.0 knows no SPDX identifier. */
function withUrl({ name, identifier }: JsonObject): JsonObject {
  return { name, url: `https://spdx.org/licenses/${identifier ?? name}.html` };
}

/**
 * A copy without the type null in a choice, which 3.0 does not know; the converter handles lists of types only. `nullable` beside a
 * reference would not do: the schema that is referred to still forbids null.
 */
function withNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNullable);
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && value.type === 'null') return { type: 'object', nullable: true, enum: [null] };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNullable(item)]));
}
