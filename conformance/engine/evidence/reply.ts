import { errorText } from '../errors.js';
import type { Exchange, ReceivedResponse, SentRequest } from './exchange.js';
import type { HeaderFields } from './header-fields.js';
import { readLeniently } from './lenient.js';

export { isObject, member, type ObservedObject } from '../../model/observed.js';

/** The real values of one request and its response, which judgements read; the exchange holds them without secrets. */
export interface Reply {
  readonly exchange: Exchange;
  readonly request: SentRequest;
  readonly status: number;
  readonly headers: HeaderFields;
  readonly text: string;
  /** The parsed body; `undefined` when it is empty or is not JSON. */
  readonly json: unknown;
  /** The parsed body as a case reads it in order to go on; see `readLeniently`. A judgement about the form of a body reads `json`. */
  readonly body: unknown;
  /** Why a body that is not empty could not be parsed as JSON. */
  readonly notJson?: string;
}

/** Parses a response, leniently: only HTTP-18 judges a byte order mark and invalid UTF-8. Use `replyOf` to get the reply of an exchange. */
export function readReply(exchange: Exchange, request: SentRequest, response: ReceivedResponse): Reply {
  const { status, headers, body: text } = response;
  const { body: json, ...rest } = parsedBody(response);
  return { exchange, request, status, headers, text, json, body: readLeniently(json, exchange, response), ...rest };
}

type Parsed = Pick<Reply, 'body' | 'notJson'>;

const parsed = new WeakMap<ReceivedResponse, Parsed>();

/** The body of a response as JSON; each is parsed once. */
export function parsedBody(response: ReceivedResponse): Parsed {
  let body = parsed.get(response);
  if (body === undefined) {
    body = parseBody(response);
    parsed.set(response, body);
  }
  return body;
}

function parseBody({ body, cutAt, unreadable, notDecoded }: ReceivedResponse): Parsed {
  if (body === '') return { body: undefined };
  const unread = unreadable ?? notDecoded;
  if (unread !== undefined) return { body: undefined, notJson: unread };
  if (cutAt !== undefined) return { body: undefined, notJson: `the body is longer than the limit of ${cutAt} bytes` };
  try {
    return { body: JSON.parse(body) };
  } catch (error) {
    return { body: undefined, notJson: errorText(error) };
  }
}
