import { expect, test } from 'vitest';
import { type FetchHandler, handlerTransport } from './handler.js';
import { TransportError, type WireRequest } from './transport.js';

const limits = { timeoutMs: 1_000, maxBodyBytes: 10 };
const get: WireRequest = { method: 'GET', url: 'http://target.example/beta', headers: {} };
const send = (handle: FetchHandler, request = get, within = limits) => handlerTransport(handle).send(request, within);
const text = (body: Uint8Array) => new TextDecoder().decode(body);

test('method, URL, header fields and body arrive unchanged', async () => {
  let seen: Request | undefined;
  const request = { ...get, method: 'POST', headers: { 'x-own': 'a' }, body: 'ä' };
  const { status } = await send((arrived) => {
    seen = arrived;
    return new Response(null, { status: 204 });
  }, request);
  expect([status, seen?.method, seen?.url, seen?.headers.get('x-own')]).toEqual([204, 'POST', get.url, 'a']);
  expect(await seen?.text()).toBe('ä');
});

test('a body is read up to the limit and no further', async () => {
  expect(await send(() => new Response('0123456789'))).toMatchObject({ cut: false });
  const { body, cut } = await send(() => new Response('0123456789ab'));
  expect([text(body), cut]).toEqual(['0123456789', true]);
});

test('an endless body is cut, and its source is cancelled', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(4)),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await send(() => new Response(endless))).toMatchObject({ cut: true });
  expect(cancelled).toBe(true);
});

test('a redirect is an ordinary response', async () => {
  const reply = await send(() => new Response(null, { status: 307, headers: { location: 'http://other.example/' } }));
  expect(reply.status).toBe(307);
});

test.each<[string, FetchHandler]>([
  ['a handler that never responds', () => new Promise<Response>(() => undefined)],
  ['a body that never ends', () => new Response(new ReadableStream({ start: () => undefined }))],
])('%s runs into the timeout', async (_, handle) => {
  const error = await send(handle, get, { timeoutMs: 20, maxBodyBytes: 10 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ timedOut: true, message: expect.stringContaining('20 ms') });
});

test('a handler that throws, or returns no Response, is a transport error with a reason', async () => {
  const throwing = send(() => {
    throw new RangeError('broken');
  });
  await expect(throwing).rejects.toThrow(TransportError);
  await expect(throwing).rejects.toThrow(/handler threw: broken/);
  await expect(throwing).rejects.toMatchObject({ timedOut: false });
  await expect(send(() => undefined as unknown as Response)).rejects.toThrow(TransportError);
});

test('a GET with a body is a transport error', async () => {
  await expect(send(() => new Response(), { ...get, body: 'x' })).rejects.toThrow(/GET with a body/);
});
