import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves another server on a free port of loopback, with this delay before each response. Returns its URL and how to end it. */
export async function slowProxy(target: string, delayMs: number): Promise<{ url: string; close(): void }> {
  const { hostname, port, pathname } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path } = incoming;
    const forward = request({ hostname, port, method, path, headers }, (response) => {
      setTimeout(() => {
        outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(outgoing);
      }, delayMs);
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;
  return {
    url,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
