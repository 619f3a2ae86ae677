import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** What a proxy got: the first line of each request without the version. */
export interface TestProxy {
  readonly port: number;
  readonly seen: string[];
  close(): Promise<unknown>;
}

interface ProxySettings {
  /** `user:password` that it asks for. */
  readonly credentials?: string;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** The status of every response, in place of passing anything on. */
  readonly always?: number;
}

/** A proxy that reaches every host name at this machine. For tests only. */
export async function proxyOn({ credentials, tls, always }: ProxySettings = {}): Promise<TestProxy> {
  const seen: string[] = [];
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const refused = ({ headers }: IncomingMessage) =>
    always ?? (expected !== undefined && headers['proxy-authorization'] !== expected ? 407 : undefined);
  const server: Server = tls ? createTlsServer(tls) : createServer();
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (received, client) => {
    seen.push(`CONNECT ${received.url}`);
    const status = refused(received);
    if (status) return client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const target = connect(Number(/\d+$/.exec(received.url ?? '')?.[0]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const socket of [target, client]) socket.on('error', () => target.destroy());
    sockets.add(target);
  });
  server.on('request', (received, response) => {
    seen.push(`${received.method} ${received.url}`);
    const status = refused(received);
    if (status) return response.writeHead(status).end();
    const { port, pathname, search, host } = new URL(received.url ?? '');
    const { 'proxy-authorization': _, ...headers } = received.headers;
    const options = {
      host: '127.0.0.1',
      port,
      path: pathname + search,
      method: received.method,
      headers: { ...headers, host },
    };
    const sent = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    received.pipe(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    const closed = once(server, 'close');
    server.close();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, seen, close };
}
