import { setImmediate } from 'node:timers/promises';
import { errorText } from '../../errors.js';
import { readBody } from './body.js';
import { decoded, isCoded } from './content-coding.js';
import { type Transport, TransportError } from './transport.js';

/** A target in this process: takes a request and returns the response, as `fetch` does for a server on the network. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Passes requests to a fetch handler, with the same limits as a socket. A `Request` cannot be a `GET` with a body. */
export function handlerTransport(handle: FetchHandler): Transport {
  return {
    async send({ method, url, headers, body }, { timeoutMs, ...limits }) {
      if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
        throw new TransportError(`a ${method} with a body cannot be sent to a fetch handler`);
      }
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<never>((_, reject) => {
        const message = `no response within ${timeoutMs} ms`;
        timer = setTimeout(() => reject(new TransportError(message, true)), timeoutMs);
      });
      try {
        const response = (async () => {
          // Without this, handlers that never wait would block timers and pending cryptography until the run ends.
          await setImmediate();
          const answer = await handle(new Request(url, { method, headers, body: body ?? null, redirect: 'manual' }));
          const read = answer.body
            ? await readBody(answer.body, { ...limits, isCoded: answer.url === '' && isCoded(answer.headers) })
            : { body: new Uint8Array(), cut: false };
          // A response of `fetch` has a URL, and its body is decoded already.
          const content = answer.url === '' ? await decoded(answer.headers, read, limits) : read;
          return { status: answer.status, headers: answer.headers, ...content };
        })();
        return await Promise.race([response, timeout]);
      } catch (error) {
        if (error instanceof TransportError) throw error;
        throw new TransportError(`the fetch handler threw: ${errorText(error)}`);
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => undefined,
  };
}
