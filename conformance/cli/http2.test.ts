import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, createSecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { createLocalCertificate } from '../reference/tls/certificate.js';
import { proxyOn } from './testing/proxy.js';
import { runCommandLine } from './testing/run.js';

const { authority, cert, key } = createLocalCertificate();
let folder = '';
let ca = '';
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'http2-'));
  ca = join(folder, 'ca.pem');
  await writeFile(ca, authority);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Disturbing {
  readonly allowHTTP1?: boolean;
  /** Sees each stream with its number; returns true when it has ended that before the request was processed. */
  readonly before?: (number: number, stream: ServerHttp2Stream) => boolean;
}

/** The reference behind a server for HTTP/2. */
async function target({ allowHTTP1 = true, before }: Disturbing = {}) {
  const reference = createReference();
  const versions = new Set<string>();
  let number = 0;
  const server = createSecureServer({ cert, key, allowHTTP1 }, async (request, response) => {
    versions.add(request.httpVersion);
    const { stream } = request;
    if (before?.(++number, stream)) return;
    // To its end, because Node.js may reset a stream whose request was not read before it has sent the response.
    const body = await buffer(request);
    const { method, headers } = request;
    const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':')) as [string, string][];
    const url = `https://${headers[':authority'] ?? headers.host}${request.url}`;
    const reply = await reference.fetch(
      new Request(url, { method, headers: fields, body: body.length === 0 ? null : body }),
    );
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  server.on('sessionError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const tokens = await reference.tokens.mintAll();
  const env = {
    SECURITY_ACTIONS_TOKEN: tokens.writer,
    SECURITY_ACTIONS_READER_TOKEN: tokens.reader,
    SECURITY_ACTIONS_STRANGER_TOKEN: tokens.stranger,
  };
  const conform = async (args: readonly string[], url = `https://127.0.0.1:${port}`, more = {}) => {
    const json = join(folder, 'out.json');
    const given = ['conform', `${url}/beta`, '--seed', '7', '--ca', ca, '--json', json, ...args];
    const ran = await runCommandLine(given, { env: { ...env, ...more } });
    const { results } = JSON.parse(await readFile(json, 'utf8')) as { results: { id: string; outcome: string }[] };
    return { ...ran, outcomes: Object.fromEntries(results.map(({ id, outcome }) => [id, outcome])) };
  };
  return { port, versions, conform };
}

const few = ['--only', 'CREATE-1,CREATE-16,GET-1,LIST-1,CANCEL-1,LIFECYCLE-16', '--sequences', '0'];

test('a run over HTTP/2 comes to the same outcomes as over HTTP/1.1', async () => {
  const [one, other] = [await target(), await target()];
  const areas = ['--only', 'HTTP,ERROR,GET,CANCEL', '--effort', 'smoke'];
  const http2 = await one.conform(areas);
  const http1 = await other.conform([...areas, '--http1']);
  expect([...one.versions, ...other.versions]).toEqual(['2.0', '1.1']);
  expect([http2.code, http1.code]).toEqual([0, 0]);
  expect(http2.outcomes).toEqual(http1.outcomes);
}, 60_000);

test('a target without HTTP/1.1 is checked, and the record and its HAR file say that it was HTTP/2', async () => {
  const { versions, conform } = await target({ allowHTTP1: false });
  const [record, har] = [join(folder, 'run.ndjson'), join(folder, 'run.har')];
  expect(await conform([...few, '--record', record, '--har', har])).toMatchObject({ code: 0 });
  expect([...versions]).toEqual(['2.0']);
  const { log } = JSON.parse(await readFile(har, 'utf8'));
  const shown = (log.entries as { request: { httpVersion: string }; response: { httpVersion: string } }[]).map(
    ({ request, response }) => `${request.httpVersion} ${response.httpVersion}`,
  );
  expect([...new Set(shown)]).toEqual(['HTTP/2.0 HTTP/2.0']);
  expect(await runCommandLine(['verify', record])).toMatchObject({ code: 0 });
});

test('HTTP/2 goes through a tunnel of a proxy', async () => {
  const { port, versions, conform } = await target({ allowHTTP1: false });
  const proxy = await proxyOn({ credentials: 'user:word' });
  closing.push(proxy.close);
  const url = `https://localhost.:${port}`;
  const through = { HTTPS_PROXY: `http://user:word@127.0.0.1:${proxy.port}` };
  expect(await conform([...few, '--allow-writes', url], url, through)).toMatchObject({ code: 0 });
  expect([...versions]).toEqual(['2.0']);
  expect([...new Set(proxy.seen)]).toEqual([`CONNECT localhost.:${port}`]);
});

const disturbances: readonly (readonly [string, Disturbing['before'] & object])[] = [
  [
    'connections that end with GOAWAY change no outcome',
    (number, stream) => {
      const { session } = stream;
      // Closing the session in the middle of a request ends the process of Node.js 20.
      if (number % 20 === 0) setImmediate(() => session?.goaway(constants.NGHTTP2_NO_ERROR));
      return false;
    },
  ],
  [
    'streams that are refused change no outcome',
    (number, stream) => {
      if (number % 7 === 0) stream.close(constants.NGHTTP2_REFUSED_STREAM);
      return number % 7 === 0;
    },
  ],
];

test.each(disturbances)('%s', async (_, before) => {
  const { code, outcomes } = await (await target({ before })).conform(few);
  const decided = Object.values(outcomes).filter((outcome) => outcome !== 'not-selected');
  expect([code, ...new Set(decided)]).toEqual([0, 'passed']);
});
