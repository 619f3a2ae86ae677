import { Agent, request as send } from 'undici';
import { headerFields } from '../header-fields.js';
import { readBody, type Transport, TransportError } from './transport.js';

/** Carries requests over HTTP or HTTPS with kept-alive connections, at most `connections` to an origin. */
export function socketTransport(connections: number): Transport {
  const dispatcher = new Agent({ connections, pipelining: 1 });
  return {
    async send({ method, url, headers, body }, { timeoutMs, maxBodyBytes }) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const response = await send(url, { method: method as 'GET', headers, body, dispatcher, signal });
        const read = await readBody(response.body, maxBodyBytes);
        return { status: response.statusCode, headers: headerFields(fieldsOf(response.headers)), ...read };
      } catch (error) {
        if (signal.aborted) throw new TransportError(`no complete response within ${timeoutMs} ms`, true);
        throw new TransportError(reason(error));
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function* fieldsOf(received: Record<string, string | string[] | undefined>): Generator<[string, string]> {
  for (const [name, value] of Object.entries(received)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) yield [name, one];
  }
}

function reason(error: unknown): string {
  // A connection tried on several addresses fails with an AggregateError whose own message is empty.
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reason))].join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
