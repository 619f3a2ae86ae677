import type { Redact } from '../http/secrets/redaction.js';
import type { Secrets } from '../http/secrets/secrets.js';
import { withCompactBody, withHeaders } from './compact-body.js';
import type { Caller, Exchange, ReceivedResponse, SentRequest } from './exchange.js';
import { headerFields } from './header-fields.js';
import { type Reply, readReply } from './reply.js';

/** What removes the secrets of an exchange. */
type Redaction = Pick<Secrets, 'redact' | 'redactField'>;

/** Records an exchange without its secrets. Judgements read the real values from the reply, which no report can reach. */
export function recordExchange(raw: Exchange, secrets: Redaction): Exchange {
  return new RecordedExchange(raw, secrets);
}

/** The reply of an exchange that has a response: its real values, parsed once for all that ask. */
export function replyOf(exchange: Exchange, response: ReceivedResponse): Reply {
  return RecordedExchange.reply(exchange) ?? readReply(exchange, exchange.request, response);
}

/** The redactor that an exchange was recorded with; one that was not recorded holds no secrets. */
export function redactorOf(exchange: Exchange | undefined): Redact {
  return (exchange && RecordedExchange.redactor(exchange)) ?? ((text) => text);
}

class RecordedExchange implements Exchange {
  declare readonly number: number;
  declare readonly caller: Caller;
  declare readonly request: SentRequest;
  declare readonly startedAt: number;
  declare readonly endedAt: number;
  // Private members, because a copy of an exchange, its JSON and its text must not have them.
  readonly #raw: Exchange;
  readonly #redact: Redact;
  #reply?: Reply;

  constructor(raw: Exchange, secrets: Redaction) {
    Object.assign(this, redactedExchange(raw, secrets));
    this.#raw = raw;
    this.#redact = (text) => secrets.redact(text);
  }

  static reply(exchange: Exchange): Reply | undefined {
    if (!(#raw in exchange) || exchange.#raw.response === undefined) return undefined;
    exchange.#reply ??= readReply(exchange, exchange.#raw.request, exchange.#raw.response);
    return exchange.#reply;
  }

  static redactor(exchange: Exchange): Redact | undefined {
    return #redact in exchange ? exchange.#redact : undefined;
  }
}

function redactedExchange(exchange: Exchange, secrets: Redaction): Exchange {
  const redact: Redact = (text) => secrets.redact(text);
  const { request, response, failure } = exchange;
  return {
    ...exchange,
    request: redactedRequest(request, redact),
    ...(failure !== undefined && { failure: redact(failure) }),
    ...(response && { response: redactedResponse(response, secrets) }),
  };
}

/** Whether none of the texts has a secret. One text for all of them is searched faster. */
function areClean(texts: readonly string[], redact: Redact): boolean {
  const all = texts.join('\n');
  return redact(all) === all;
}

function redactedRequest(request: SentRequest, redact: Redact): SentRequest {
  const { url, headers, body, ...rest } = request;
  if (areClean([url, ...Object.values(headers), body ?? ''], redact)) return request;
  const fields = Object.entries(headers).map(([name, value]) => [name, redact(value)] as const);
  return {
    ...rest,
    url: redact(url),
    headers: Object.fromEntries(fields),
    ...(body !== undefined && { body: redact(body) }),
  };
}

function redactedResponse(response: ReceivedResponse, secrets: Redaction): ReceivedResponse {
  const { headers } = response;
  const body = secrets.redact(response.body);
  const received = [...headers];
  if (!headers.has('set-cookie') && areClean(received.flat(), (text) => secrets.redact(text)))
    return body === response.body ? response : withCompactBody({ ...response, body });
  const fields = received.map(([name, value]) => [secrets.redact(name), secrets.redactField(name, value)] as const);
  const redacted = withHeaders(response, headerFields(fields));
  return body === response.body ? redacted : withCompactBody({ ...redacted, body });
}
