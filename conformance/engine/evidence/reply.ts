import type { Exchange, ReceivedResponse } from './exchange.js';
import type { HeaderFields } from './header-fields.js';

/** A JSON object as a target sent it: nothing about its members is known before an expectation has looked. */
export type ObservedObject = { readonly [member: string]: unknown };

/** What came back for one request, read once. */
export interface Reply {
  readonly exchange: Exchange;
  readonly status: number;
  readonly headers: HeaderFields;
  readonly text: string;
  /** The parsed body; `undefined` when it is empty or is not JSON. */
  readonly body: unknown;
  /** Why a body that is not empty could not be parsed as JSON. */
  readonly notJson?: string;
}

/** Where a response keeps what was read of it. A WeakMap would keep every response of the run until the next full collection. */
const read = Symbol('reply');

/** Reads an exchange that has a response; its body is parsed once, however many ask. */
export function replyOf(exchange: Exchange, response: ReceivedResponse): Reply {
  const known = (response as { readonly [read]?: Reply })[read];
  if (known) return known;
  const { status, headers, body: text } = response;
  const reply = { exchange, status, headers, text, ...parseBody(response) };
  Object.defineProperty(response, read, { value: reply });
  return reply;
}

function parseBody({ body, cutAt, notUtf8 }: ReceivedResponse): { body: unknown; notJson?: string } {
  if (body === '') return { body: undefined };
  if (cutAt !== undefined) return { body: undefined, notJson: `the body is longer than the limit of ${cutAt} bytes` };
  if (notUtf8) return { body: undefined, notJson: 'the body is not valid UTF-8' };
  try {
    return { body: JSON.parse(body) };
  } catch (error) {
    return { body: undefined, notJson: error instanceof Error ? error.message : String(error) };
  }
}

/** True for a JSON object (not an array, not null). */
export function isObject(value: unknown): value is ObservedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a member of a JSON object; `undefined` for anything that is not an object or lacks it. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
