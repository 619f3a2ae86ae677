import { setImmediate } from 'node:timers/promises';
import { readBody, type Transport, TransportError } from './transport.js';

/** A target in this process: what `fetch` is for a server on the network. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Carries requests to a fetch handler, with the same limits as a socket. A `GET` with a body cannot be expressed there. */
export function handlerTransport(handle: FetchHandler): Transport {
  return {
    async send({ method, url, headers, body }, { timeoutMs, maxBodyBytes }) {
      if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
        throw new TransportError(`a fetch handler cannot be sent a ${method} with a body`);
      }
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const message = `no response within ${timeoutMs} ms`;
        timer = setTimeout(() => reject(new TransportError(message, true)), timeoutMs);
      });
      try {
        const answer = (async () => {
          // Handlers that never wait would keep timers and finished cryptography from their turn for as long as the run lasts.
          await setImmediate();
          const response = await handle(new Request(url, { method, headers, body, redirect: 'manual' }));
          const read = response.body
            ? await readBody(response.body, maxBodyBytes)
            : { body: new Uint8Array(), cut: false };
          return { status: response.status, headers: response.headers, ...read };
        })();
        return await Promise.race([answer, late]);
      } catch (error) {
        if (error instanceof TransportError) throw error;
        throw new TransportError(`the fetch handler threw: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => undefined,
  };
}
