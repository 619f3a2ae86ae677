import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { quick } from '../testing.js';
import { Sender } from './sender.js';
import type { Sent } from './sent.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server for raw connections; `serve` gets each connection and its number. */
async function serverOf(serve: (socket: Socket, number: number) => void): Promise<string> {
  let connections = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    closing.push(() => socket.destroy());
    serve(socket, ++connections);
  });
  closing.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function senderTo(base: string, options = {}) {
  const sender = new Sender({ url: base }, quick({ patienceMs: 5_000, ...options }));
  closing.push(() => void sender.close());
  const send = async (method = 'GET') => {
    const rounds: Sent[] = [];
    const body = method === 'GET' ? {} : { body: '{}' };
    const request = { method, url: `${base}/security/securityActions`, headers: {}, ...body };
    await sender.send(
      request,
      (sent) => rounds.push(sent),
      async () => ({ status: 404, json: undefined }),
    );
    return rounds.map(({ response, failure }) => response?.status ?? failure);
  };
  return { sender, send };
}

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

/** Responds once on each connection, and closes it when the next request arrives. */
function servesOnce(arrived: string[]): Promise<string> {
  return serverOf((socket) => {
    let served = false;
    socket.on('data', (data) => {
      arrived.push(data.toString().slice(0, 4));
      if (served) socket.destroy();
      else socket.write(ok);
      served = true;
    });
  });
}

test('a read is repeated when its kept-alive connection ends without a response', async () => {
  const { send } = senderTo(await servesOnce([]));
  expect(await send()).toEqual([200]);
  expect(await send()).toEqual([expect.stringMatching(/hang up|ECONNRESET/), 200]);
});

test('a create is not repeated, and the next one gets a new connection', async () => {
  const arrived: string[] = [];
  const { send } = senderTo(await servesOnce(arrived));
  let posts = 0;
  let lost: (number | string | undefined)[] = [200];
  // On a busy machine, the connection of the list may be too old for the create, which then gets a new one.
  while (lost[0] === 200 && posts < 50) {
    await send();
    lost = await send('POST');
    posts += 1;
  }
  expect(lost).toEqual([expect.stringMatching(/hang up|ECONNRESET/)]);
  expect(await send('POST')).toEqual([200]);
  expect(await send('POST')).toEqual([200]);
  expect(arrived.filter((method) => method === 'POST')).toHaveLength(posts + 2);
});

test('a create is never sent on a connection that was idle for a while', async () => {
  const on: number[] = [];
  const base = await serverOf((socket, number) =>
    socket.on('data', () => {
      on.push(number);
      socket.write(ok);
    }),
  );
  const { send } = senderTo(base);
  await send();
  await send('POST');
  await sleep(80);
  await send('POST');
  expect(on).toEqual([1, 1, 2]);
});

test.each([
  ['at once', 0],
  ['later', 10],
])('after a second response on a connection, which comes %s, each request gets a new connection', async (_, ms) => {
  const on: number[] = [];
  const base = await serverOf((socket, number) =>
    socket.on('data', () => {
      on.push(number);
      socket.write(ok);
      if (ms === 0) socket.write(ok);
      else setTimeout(() => socket.write(ok), ms);
    }),
  );
  const { send, sender } = senderTo(base);
  for (let count = 0; count < 3; count++) {
    await send();
    await sleep(25);
  }
  expect(on).toEqual([1, 2, 3]);
  expect(sender.notices).toEqual([expect.stringMatching(/bytes after the end of a response .* a new connection/)]);
});

test('bodies that are not in their content coding are counted', async () => {
  const coded = 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}';
  const base = await serverOf((socket) => socket.on('data', () => socket.write(coded)));
  const { send, sender } = senderTo(base);
  await send();
  await send();
  expect(sender.notices).toEqual([
    expect.stringMatching(/^of the responses, 2 had a body .* to request 1: the body cannot be decoded as gzip: /),
  ]);
});

test('a target that restarts is waited for', async () => {
  const server = createHttpServer((_, response) => response.end('{}'));
  closing.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { send } = senderTo(`http://127.0.0.1:${port}`);
  expect(await send('POST')).toEqual([200]);
  server.close();
  server.closeAllConnections();
  setTimeout(() => server.listen(port, '127.0.0.1'), 300);
  await sleep(60);
  const rounds = await send('POST');
  expect(rounds.at(-1)).toBe(200);
  expect(rounds[0]).toMatch(/ECONNREFUSED/);
});

test('with a concurrency of 1, one connection is used even for requests at the same time', async () => {
  const numbers = new Set<number>();
  const base = await serverOf((socket, number) =>
    socket.on('data', () => {
      numbers.add(number);
      socket.write(ok);
    }),
  );
  const { send } = senderTo(base, { concurrency: 1 });
  await Promise.all(Array.from({ length: 5 }, () => send()));
  expect([...numbers]).toEqual([1]);
});

test('a target that serves one connection at a time gets one connection', async () => {
  const waiting: Socket[] = [];
  let current: Socket | undefined;
  const next = () => {
    current = waiting.shift();
    current?.on('data', () => current?.write(ok));
    current?.on('close', next);
  };
  const base = await serverOf((socket) => {
    waiting.push(socket);
    if (!current || current.destroyed) next();
  });
  const { send, sender } = senderTo(base, { timeoutMs: 5_000, concurrency: 4 });
  let ended = 0;
  const worker = async () => {
    for (const until = performance.now() + 2_500; performance.now() < until; await sleep(5)) {
      expect(await send()).toEqual([200]);
      ended += 1;
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  expect(ended).toBeGreaterThan(100);
  expect(sender.notices).toEqual([expect.stringContaining('one connection at a time')]);
});

test('a target that leaves some requests without a response even alone gets many connections', async () => {
  const base = await serverOf((socket) =>
    socket.on('data', (data) => !`${data}`.startsWith('POST') && socket.write(ok)),
  );
  const { send, sender } = senderTo(base, { timeoutMs: 60, concurrency: 4 });
  const hangBesideOthers = () => Promise.all([send('POST'), sleep(20).then(() => send())]);
  await hangBesideOthers();
  expect(sender.notices).toHaveLength(1);
  await send('POST');
  expect(sender.notices).toEqual([]);
  await hangBesideOthers();
  expect(sender.notices).toEqual([]);
});
