import { Rejection } from '../rejection.js';

/** A JSON object of a request body. */
export type RequestObject = Readonly<Record<string, unknown>>;

/** Rejects a media type other than JSON in UTF-8 with 415 (CREATE-27, UPDATE-22). Other parameters are ignored (HTTP-15). */
export function checkMediaType(contentType: string): void {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (type === 'application/json' && (charset === undefined || /^"?utf-?8"?$/.test(charset))) return;
  throw new Rejection(415, 'The media type of the body must be application/json in UTF-8.');
}

/** Parses a body as one JSON object. Anything else, and bytes that are not UTF-8, are rejected with 400 (CREATE-24, CREATE-26, HTTP-13). */
export function parseObject(bytes: Uint8Array): RequestObject {
  const value = parse(bytes);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RequestObject;
  throw new Rejection(400, 'The body must be a JSON object.');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Rejection(400, 'The body is not valid JSON in UTF-8.');
  }
}
