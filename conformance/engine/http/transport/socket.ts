import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type HeaderFields, headerFields } from '../../evidence/header-fields.js';
import { readBody, type Transport, TransportError, type WireRequest } from './transport.js';

/** Milliseconds after which an unused connection is closed: shorter than common servers wait, which would close it under a request. */
const idleMs = 4_000;

/** Sends requests over HTTP or HTTPS on connections that are kept alive, at most `connections` of them to an origin. */
export function socketTransport(connections: number): Transport {
  const options = { keepAlive: true, maxSockets: connections, timeout: idleMs };
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  return {
    async send(request, { timeoutMs, maxBodyBytes }) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const response = await responseTo(request, signal, request.url.startsWith('https:') ? https : http);
        const read = await readBody(response, maxBodyBytes);
        return { status: response.statusCode ?? 0, headers: fieldsOf(response), ...read };
      } catch (error) {
        if (signal.aborted) throw new TransportError(`no complete response within ${timeoutMs} ms`, true);
        throw new TransportError(reason(error));
      }
    },
    async close() {
      http.destroy();
      https.destroy();
    },
  };
}

function responseTo(
  { method, url, headers, body }: WireRequest,
  signal: AbortSignal,
  agent: HttpAgent | HttpsAgent,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // The parts of the URL, because Node.js would send a user and password in it as an `Authorization` field.
    const { hostname, port, pathname, search } = new URL(url);
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = {
      host: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: `${pathname}${search}`,
      method,
      headers: { ...length, ...headers },
      agent,
      signal,
    };
    const sent: ClientRequest = agent instanceof HttpsAgent ? httpsRequest(options) : httpRequest(options);
    sent.once('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** All header fields with all of their values: `headers` of the response leaves out what is repeated. */
function fieldsOf({ rawHeaders }: IncomingMessage): HeaderFields {
  const fields: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    fields.push([name, Buffer.from(value, 'latin1').toString('utf8')]);
  }
  return headerFields(fields);
}

function reason(error: unknown): string {
  // A connection tried on several addresses fails with an AggregateError whose own message is empty.
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reason))].join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
