import { errorText } from '../errors.js';
import { compactBodyOf } from './compact-body.js';
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
  readonly notJson?: string | undefined;
}

/** Whether a request succeeded: any 2xx status. */
export function isSuccess({ status }: Pick<Reply, 'status'>): boolean {
  return status >= 200 && status < 300;
}

/** Parses a response, leniently: only HTTP-18 judges a byte order mark and invalid UTF-8. Use `replyOf` to get the reply of an exchange. */
export function readReply(exchange: Exchange, request: SentRequest, response: ReceivedResponse): Reply {
  if (compactBodyOf(response)) return new LargeReply(exchange, request, response);
  const { status, headers, body: text } = response;
  const { body: json, ...rest } = parsedBody(response);
  return { exchange, request, status, headers, text, json, body: readLeniently(json, exchange, response), ...rest };
}

type Parsed = Pick<Reply, 'body' | 'notJson'>;

const parsed = new WeakMap<ReceivedResponse, Parsed>();

/** The body of a response as JSON. Each is parsed once, and a large one again after others were read. */
export function parsedBody(response: ReceivedResponse): Parsed {
  const compact = compactBodyOf(response);
  if (compact) return compact.parsed((body) => parseBody(response, body));
  let body = parsed.get(response);
  if (body === undefined) {
    body = parseBody(response);
    parsed.set(response, body);
  }
  return body;
}

/** What a large body is to a case, as long as its parsed value is in memory. */
const lenient = new WeakMap<Parsed, unknown>();

/** The reply of a response with a large body, which it does not keep as a parsed value. */
class LargeReply implements Reply {
  readonly status: number;
  readonly headers: HeaderFields;

  constructor(
    readonly exchange: Exchange,
    readonly request: SentRequest,
    private readonly response: ReceivedResponse,
  ) {
    this.status = response.status;
    this.headers = response.headers;
  }

  get text(): string {
    return this.response.body;
  }

  get json(): unknown {
    return parsedBody(this.response).body;
  }

  get notJson(): string | undefined {
    return parsedBody(this.response).notJson;
  }

  get body(): unknown {
    const { response, exchange } = this;
    const read = parsedBody(response);
    if (!lenient.has(read)) lenient.set(read, readLeniently(read.body, exchange, response));
    return lenient.get(read);
  }
}

function parseBody({ cutAt, unreadable, notDecoded, ...response }: ReceivedResponse, body = response.body): Parsed {
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
