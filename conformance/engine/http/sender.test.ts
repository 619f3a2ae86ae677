import { expect, test } from 'vitest';
import { BlockedByPolicy, Unreachable } from '../errors.js';
import { collection, json, quick, url } from '../testing.js';
import { Sender } from './sender.js';
import type { Sent } from './sent.js';
import type { FetchHandler } from './transport/handler.js';
import type { WireRequest } from './transport/transport.js';

const get = { method: 'GET', url: collection, headers: {} };
const post = { ...get, method: 'POST', body: '{}' };
const missing = () => Promise.resolve({ status: 404, json: undefined });

function senderTo(
  fetch: FetchHandler,
  options = {},
): { sender: Sender; send: (request?: WireRequest) => Promise<Sent[]> } {
  const sender = new Sender({ url, fetch }, quick(options));
  return {
    sender,
    send: async (request: WireRequest = get) => {
      const rounds: Sent[] = [];
      await sender.send(request, (sent, beside) => beside ?? rounds.push(sent), missing);
      return rounds;
    },
  };
}

/** Responds with 429 (or another status) the given number of times, then with 200. */
function busy(times: number, retryAfter?: string, status = 429): FetchHandler {
  let left = times;
  return () =>
    left-- > 0 ? json(status, undefined, retryAfter === undefined ? {} : { 'retry-after': retryAfter }) : json(200);
}

const statuses = (rounds: readonly Sent[]) => rounds.map(({ response }) => response?.status);
const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();

// The requested wait is the least patience with which the request is repeated: with less it is given up immediately.
test.each([
  ['2', 2_000],
  ['0.5', 500],
  [inAnHour, 3_590_000],
])('a 429 with Retry-After %s asks for %i ms at least', async (retryAfter, waitMs) => {
  const { send } = senderTo(busy(1, retryAfter), { patienceMs: waitMs - 1 });
  expect(statuses(await send())).toEqual([429]);
});

test.each([['not a number'], ['Infinity'], [''], [undefined]])(
  'a 429 with Retry-After %s is repeated after a wait that the kit chooses',
  async (retryAfter) => {
    const began = performance.now();
    expect(statuses(await senderTo(busy(1, retryAfter), { patienceMs: 1_000 }).send())).toEqual([429, 200]);
    expect(performance.now() - began).toBeGreaterThan(40);
  },
);

test.each([['0'], ['-5'], ['Wed, 21 Oct 2015 07:28:00 GMT']])(
  'after Retry-After %s the request is repeated without a wait',
  async (retryAfter) => {
    const { send } = senderTo(busy(3, retryAfter), { patienceMs: 1_000 });
    expect(statuses(await send())).toEqual([429, 429, 429, 200]);
  },
);

test('a throttled request is repeated after the wait, and every round is recorded with its own number', async () => {
  const { send } = senderTo(busy(2, '0.06'), { patienceMs: 1_000 });
  const rounds = await send(post);
  expect(statuses(rounds)).toEqual([429, 429, 200]);
  expect(rounds.map(({ number }) => number)).toEqual([1, 2, 3]);
  const [first, second, third] = rounds;
  expect((second?.startedAt ?? 0) - (first?.endedAt ?? 0)).toBeGreaterThanOrEqual(55);
  expect((third?.startedAt ?? 0) - (second?.endedAt ?? 0)).toBeGreaterThanOrEqual(55);
});

test.each([429, 503, 502, 504])('a GET that got %i is repeated, with and without Retry-After', async (status) => {
  expect(statuses(await senderTo(busy(1, '0', status), { patienceMs: 100 }).send())).toEqual([status, 200]);
  expect(statuses(await senderTo(busy(1, undefined, status), { patienceMs: 1_000 }).send())).toEqual([status, 200]);
});

test.each([
  [429, [429, 200]],
  [503, [503, 200]],
  [502, [502]],
  [504, [504]],
])('a create that got %i is repeated only if it was not carried out', async (status, expected) => {
  expect(statuses(await senderTo(busy(1, '0', status), { patienceMs: 100 }).send(post))).toEqual(expected);
});

test('a request that is rejected while others are accepted is given up', async () => {
  const { send } = senderTo((request) => (request.method === 'POST' ? json(503) : json(200)), { patienceMs: 60_000 });
  expect(statuses(await send(post))).toEqual(Array(5).fill(503));
  expect(statuses(await send())).toEqual([200]);
});

test('the patience ends when no request is accepted, and begins anew with a response', async () => {
  let accepts = false;
  const { send } = senderTo(() => (accepts ? json(200) : json(429, undefined, { 'retry-after': '0.05' })), {
    patienceMs: 130,
  });
  expect((await send()).length).toBeLessThan(5);
  expect(await send()).toHaveLength(1);
  accepts = true;
  expect(statuses(await send())).toEqual([200]);
  accepts = false;
  expect((await send()).length).toBeGreaterThan(1);
});

test('requests that wait at the same time share one wait, which the run reports', async () => {
  const waits: string[] = [];
  const sender = new Sender({ url, fetch: busy(4, '0.2') }, quick({ patienceMs: 2_000 }), ({ reason }) =>
    waits.push(reason),
  );
  const began = performance.now();
  await Promise.all(Array.from({ length: 4 }, () => sender.send(get, () => undefined, missing)));
  expect(performance.now() - began).toBeLessThan(450);
  expect(sender.sent).toBe(8);
  expect(waits[0]).toBe('the target responds with 429 and asks to wait');
  expect(sender.notices).toEqual([expect.stringMatching(/^of 8 responses 4 were 429;/)]);
});

test('while a request waits, no other is sent', async () => {
  const { send } = senderTo(busy(1, '0.08'), { patienceMs: 1_000 });
  const [first] = await Promise.all([send(), new Promise((resolve) => setTimeout(resolve, 20)).then(() => send())]);
  const paused = first[0]?.endedAt ?? 0;
  expect(first[1]?.startedAt).toBeGreaterThanOrEqual(paused + 75);
});

const hanging = () => new Promise<Response>(() => undefined);

test('a target that resets many connections in a row counts as gone when it does so for as long as a restart may take', async () => {
  let requests = 0;
  const { send } = senderTo(() => {
    if (++requests > 1) throw new Error('reset');
    return json(200, {});
  });
  await send();
  for (let round = 0; round < 8; round++) await send();
  await expect(send()).rejects.toThrow(/^the target at \S+ cannot be reached any more: .*reset$/);
});

test('after the same ending many times in a row, requests of that kind are not sent, and others are', async () => {
  let hung = 0;
  const { send } = senderTo(({ method }) => (method === 'POST' && ++hung ? hanging() : json(200, {})), {
    timeoutMs: 50,
  });
  for (let round = 0; round < 3; round++) {
    await send({ ...get, method: 'POST', body: '{}' });
    expect(statuses(await send())).toEqual([200]);
  }
  await expect(send({ ...get, method: 'POST', body: '{}' })).rejects.toThrow(
    /^POST of the collection was not sent: 3 such requests in a row ended in the same way: no response within 50 ms$/,
  );
  expect(hung).toBe(3);
  expect(statuses(await send())).toEqual([200]);
});

test('a target that responded and then is silent, even to a list and a read, counts as gone', async () => {
  let requests = 0;
  const { send } = senderTo(() => (++requests === 1 ? json(200, {}) : hanging()), { timeoutMs: 50 });
  await send();
  expect((await send())[0]?.failure).toBe('no response within 50 ms');
  await expect(send()).rejects.toThrow(Unreachable);
  expect(requests).toBe(4);
});

test.each([
  ['lists', /securityActions$/],
  ['reads', /securityActions\/./],
])('a target that is silent only to %s does not count as gone', async (_, silent) => {
  const sent: string[] = [];
  const { send } = senderTo(({ url }) => (silent.test(url) ? hanging() : json(200, {})), { timeoutMs: 20 });
  const one = { ...get, url: `${collection}/1` };
  for (const request of [one, get, one, get])
    sent.push(...(await send(request)).map(({ response }) => (response ? 'response' : 'none')));
  expect(sent.filter((each) => each === 'response')).toHaveLength(2);
});

test('requests that a target rejects beyond all patience are not sent any more, and others are', async () => {
  let rejected = 0;
  const { send } = senderTo(
    ({ method }) => (method === 'POST' && ++rejected ? json(429, undefined, { 'retry-after': '99999999' }) : json(200)),
    { patienceMs: 1_000 },
  );
  for (let round = 0; round < 8; round++) expect(statuses(await send(post))).toEqual([429]);
  await expect(send(post)).rejects.toThrow(
    'POST of the collection was not sent: 8 such requests in a row ended in the same way: the target responds with 429 and asks to wait; waiting longer would exceed the patience of the kit, see --patience',
  );
  expect(statuses(await send())).toEqual([200]);
  expect(rejected).toBe(8);
});

test('a remote target gets only GET requests unless its origin is allowed', async () => {
  const remote = 'http://api.example/beta';
  const sender = new Sender({ url: remote }, quick());
  expect(sender.writes).toBe(false);
  await expect(sender.send({ ...post, url: remote }, () => undefined, missing)).rejects.toThrow(BlockedByPolicy);
  await expect(sender.send({ ...post, url: remote }, () => undefined, missing)).rejects.toThrow(
    /--allow-writes http:\/\/api\.example$/,
  );
  expect(sender.sent).toBe(0);
  expect(new Sender({ url: remote }, quick({ allowWrites: ['http://api.example'] })).writes).toBe(true);
  await sender.close();
});

test('a body is decoded as UTF-8; one that is not valid UTF-8 or begins with a byte order mark is marked', async () => {
  const bytes = (...body: number[]) => senderTo(() => new Response(Uint8Array.from(body))).send();
  expect((await bytes(0xc3, 0xa4))[0]?.response).toMatchObject({ body: 'ä' });
  expect((await bytes(0xc3, 0x28))[0]?.response).toMatchObject({ notUtf8: true });
  expect((await bytes(0x7b, 0x7d))[0]?.response).not.toHaveProperty('notUtf8');
  expect((await bytes(0x7b, 0x7d))[0]?.response).not.toHaveProperty('byteOrderMark');
  const marked = (await bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))[0]?.response;
  expect(marked).toMatchObject({ byteOrderMark: true, body: '{}' });
  expect(marked).not.toHaveProperty('notUtf8');
});

test('a body that exceeds the limit is cut and marked with the limit', async () => {
  const { send } = senderTo(() => new Response('x'.repeat(50)), { maxBodyBytes: 20 });
  expect((await send())[0]?.response).toMatchObject({
    body: 'x'.repeat(20),
    cutAt: 20,
    unreadable: expect.stringContaining('--max-body'),
  });
});

test('every request says who sends it and which codings the kit reads', async () => {
  const seen: (string | null)[] = [];
  const { send } = senderTo(({ headers }) => {
    seen.push(headers.get('user-agent'), headers.get('accept-encoding'));
    return json(200);
  });
  await send();
  expect(seen).toEqual([expect.stringMatching(/^security-actions-contract\/\d+\.\d+\.\d+/), 'gzip, deflate, br']);
});
