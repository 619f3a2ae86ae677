import { createRequire } from 'node:module';
import type { Agent as AgentClass, Dispatcher } from 'undici';
import { headerFields } from '../../evidence/header-fields.js';
import { readBody, type Transport, TransportError } from './transport.js';

// The package's entry loads its WebSocket, mocks and fetch too, which is a tenth of the memory of a run; its version is pinned.
const undici = createRequire(import.meta.url);
const Agent: typeof AgentClass = undici('undici/lib/dispatcher/agent.js');
const request: Dispatcher['request'] = undici('undici/lib/api/api-request.js');

/** Carries requests over HTTP or HTTPS with kept-alive connections, at most `connections` to an origin. */
export function socketTransport(connections: number): Transport {
  const dispatcher = new Agent({ connections, pipelining: 1 });
  return {
    async send({ method, url, headers, body }, { timeoutMs, maxBodyBytes }) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const { origin, pathname, search } = new URL(url);
        const options = { origin, path: `${pathname}${search}`, method: method as 'GET', headers, body, signal };
        const response = await request.call(dispatcher, options);
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
