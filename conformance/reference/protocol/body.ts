import { Refusal } from '../refusal.js';

/** A JSON object as it was sent. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Refuses with 415 a body of another media type than JSON in UTF-8 (CREATE-27, UPDATE-22); other parameters do not matter (HTTP-15). */
export function checkMediaType(contentType: string): void {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (type === 'application/json' && (charset === undefined || /^"?utf-?8"?$/.test(charset))) return;
  throw new Refusal(415, 'The body has to be application/json in UTF-8.');
}

/** The object in a body; anything that is no JSON object, or is not UTF-8, is refused with 400 (CREATE-24, CREATE-26, HTTP-13). */
export function parseObject(bytes: Uint8Array): JsonObject {
  const value = parse(bytes);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new Refusal(400, 'The body has to be one JSON object.');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'The body is not JSON in UTF-8.');
  }
}
