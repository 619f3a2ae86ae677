import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from './program.js';

const token = 'opaque/token+0123456789-0123456789-abcdef';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the kit against a server and returns everything that it wrote. */
async function conform(server: Server, only: string) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  const [json, junit] = [join(folder, 'out.json'), join(folder, 'out.xml')];
  let output = '';
  const write = (text: string) => {
    output += text;
  };
  const sink = { write, isTTY: false, columns: 100 };
  const argv = [
    'conform',
    url,
    '--token',
    token,
    '--only',
    only,
    '--timeout',
    '300',
    '--settle',
    '50',
    '--json',
    json,
    '--junit',
    junit,
    '--verbose',
  ];
  try {
    const code = await main(argv, { stdout: sink, stderr: sink, env: {}, interrupted: new AbortController().signal });
    return { code, output, report: JSON.parse(await readFile(json, 'utf8')), junit: await readFile(junit, 'utf8') };
  } finally {
    server.close();
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
  }
}

const respond = (status: number, body: string | Uint8Array, headers: Record<string, string> = {}): RequestListener => {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
};

/** All 256 byte values, twenty times. */
const everyByte = Buffer.from(Array.from({ length: 5_120 }, (_, index) => (index * 167) % 256));

const echo: RequestListener = (request, response) => {
  const { authorization = '' } = request.headers;
  const shown = authorization.replace('Bearer ', '');
  request.resume();
  response.writeHead(request.method === 'POST' ? 201 : 200, {
    'content-type': 'application/json',
    'x-echo': authorization,
    location: `/${encodeURIComponent(shown)}`,
  });
  response.end(JSON.stringify({ id: shown, name: `${shown} ${shown}`, escaped: shown }).replaceAll('/', '\\/'));
};

const servers: Readonly<Record<string, () => Server>> = {
  'responds with {} to every request': () => createServer(respond(200, '{}')),
  'responds with 404 to every request': () => createServer(respond(404, '{"error":{"code":"a","message":"b"}}')),
  'responds with 500 to every request': () => createServer(respond(500, '')),
  'responds with random bytes': () => createServer(respond(200, everyByte)),
  'responds with more bytes than the limit': () => createServer(respond(200, Buffer.alloc(9_000_000, 0x20))),
  'responds with deeply nested JSON': () => createServer(respond(200, '['.repeat(200_000))),
  'redirects every request': () => createServer(respond(307, '', { location: 'http://127.0.0.1:1/' })),
  'responds with an id of a megabyte': () => createServer(respond(201, JSON.stringify({ id: 'x'.repeat(1_000_000) }))),
  'closes the connection in the middle of a body': () =>
    createServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setTimeout(() => response.destroy(), 5);
    }),
  'never responds': () => createServer((request) => void request.resume()),
  'sends header fields that HTTP does not allow': () =>
    createSocketServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\nbad header\u0000: \u001b[31m\r\n\r\n'),
    ),
  'does not speak HTTP': () =>
    createSocketServer((socket) => socket.on('error', () => undefined).end('\u0000\u001b[31mhello\r\n')),
  'echoes the token': () => createServer(echo),
};

/** Targets whose verdict must name the cause. */
const named: Readonly<Record<string, readonly [server: () => Server, cause: RegExp]>> = {
  'switches to another protocol': [
    () =>
      createSocketServer((socket) =>
        socket
          .on('error', () => undefined)
          .end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello'),
      ),
    /switches to another protocol with 101/,
  ],
  'sends a flood of header fields': [
    () =>
      createServer(
        respond(200, '{}', Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, 'a'] as const))),
      ),
    /has 30\d header fields, and the kit reads at most 256/,
  ],
  'sends a compression bomb': [
    () => createServer(respond(200, gzipSync(Buffer.alloc(20_000_000)), { 'content-encoding': 'gzip' })),
    /more than 100000 bytes of white space or control characters in a\s+row/,
  ],
  'sends deeply nested JSON that is valid': [
    () => createServer(respond(200, '['.repeat(20_000) + ']'.repeat(20_000))),
    /more than 500 levels/,
  ],
  'sends an array of a million': [
    () => createServer(respond(200, `{"value":[${'0,'.repeat(999_999)}0]}`)),
    /more than 500000 values/,
  ],
};

test.each(Object.entries(named))('the verdict names the cause when a target %s', async (_, [server, cause]) => {
  const { code, output } = await conform(server(), 'LIST-1');
  expect([2, 69], output).toContain(code);
  expect(output).toMatch(cause);
});

describe('a run ends with a verdict and without leaks against a target that', () => {
  test.each(Object.entries(servers))('%s', async (_, server) => {
    const { code, output, report, junit } = await conform(server(), 'CREATE-1,CREATE-16,GET-2,GET-3,LIST-1,AUTH-1');
    expect([1, 2, 69]).toContain(code);
    expect(report.summary.MUST.passed, output).toBe(0);
    for (const text of [output, JSON.stringify(report), junit]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
      expect(text).not.toMatch(/\u001b|\u0000/);
      expect(text).not.toMatch(/opaque.{0,8}token.{0,8}0123|0123456789-0123/);
      expect(text.length).toBeLessThan(3_000_000);
    }
  });
});
