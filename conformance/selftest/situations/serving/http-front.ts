import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { FetchHandler } from '../../../engine/http/transport/handler.js';

/** A server on a free port of the loopback interface. */
export interface Served {
  /** The origin, such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a target on a socket. */
export type Serve = (fetch: FetchHandler) => Promise<Served>;

/** What stands before the target on the same connection; without calling `next`, it responds itself. */
export type Front = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves a target over HTTP, with a front before it. */
export function overHttp(front: Front = (_request, _response, next) => next()): Serve {
  return async (fetch) => {
    const server = createAdaptorServer({
      fetch: (request) => fetch(request),
      // A client may send the links and ids that the target made, however long.
      serverOptions: { maxHeaderSize: 131_072 },
    }) as Server;
    const handlers = server.listeners('request') as ((...message: [IncomingMessage, ServerResponse]) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request, response) =>
      front(request, response, () => {
        for (const handle of handlers) handle(request, response);
      }),
    );
    // Fronts decide when a connection ends; the limit of Node.js and its `Keep-Alive` field would hide what they do.
    server.keepAliveTimeout = 0;
    const port = await listening(server);
    return { origin: `http://127.0.0.1:${port}`, close: () => closed(server) };
  };
}

/** Listens on this port of the loopback interface, by default a free one. Returns the port. */
export async function listening(server: NetServer, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Ends all connections of a server and closes it. */
export async function closed(server: Pick<Server, 'close' | 'closeAllConnections'> & NetServer): Promise<void> {
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}
