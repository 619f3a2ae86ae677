import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { json, quick, url } from '../../testing.js';
import { alteredToken } from '../secrets/altered-token.js';
import { Sender } from '../sender.js';
import type { RecordSent } from '../wire.js';
import { TokenRenewal } from './token-renewal.js';

/** A source that gives `token-1`, `token-2` and so on, each for this time in milliseconds. */
function numbered(lifeMs?: number) {
  let number = 0;
  return vi.fn(async () => {
    number += 1;
    return { token: `token-${number}`, ...(lifeMs !== undefined && { expiresAt: Date.now() + lifeMs }) };
  });
}

test('a token is renewed before it expires, once for all that need it, also in its altered form', async () => {
  const source = numbered(100);
  const renewal = await TokenRenewal.start({ writer: source });
  expect(await renewal.current('Bearer token-1')).toBe('Bearer token-1');
  await sleep(60);
  const waiting = Promise.all([renewal.current('Bearer token-1'), renewal.current('bearer token-1')]);
  expect(await waiting).toEqual(['Bearer token-2', 'bearer token-2']);
  expect(await renewal.current(`Bearer ${alteredToken('token-1')}`)).toBe(`Bearer ${alteredToken('token-2')}`);
  expect(source).toHaveBeenCalledTimes(2);
  expect(await renewal.current('Bearer other')).toBe('Bearer other');
});

test('a readable token says itself when it expires, and an expired token stays as it is', async () => {
  const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1_000) - 60 })).toString('base64url');
  const source = vi.fn(async () => ({ token: `e30.${claims}.signature` }));
  const renewal = await TokenRenewal.start({ writer: source, expired: source });
  expect(source).toHaveBeenCalledTimes(2);
  await renewal.current(`Bearer ${renewal.tokens.expired}`);
  expect(source).toHaveBeenCalledTimes(2);
  const writer = await TokenRenewal.start({ writer: source });
  await writer.current(`Bearer ${writer.tokens.writer}`);
  expect(source).toHaveBeenCalledTimes(4);
});

test('a renewal that fails keeps the token, pauses and is reported', async () => {
  const source = numbered(40);
  const renewal = await TokenRenewal.start({ writer: source });
  await sleep(25);
  source.mockRejectedValue(new Error('the issuer is closed'));
  expect(await renewal.current('Bearer token-1')).toBe('Bearer token-1');
  expect(await renewal.current('Bearer token-1')).toBe('Bearer token-1');
  expect(source).toHaveBeenCalledTimes(2);
  expect(renewal.notices).toEqual(['the token of the writer could not be renewed: the issuer is closed']);
});

/** A target that accepts one token at a time, and a sender to it. */
async function targetAccepting(first: string, source = numbered()) {
  const target = { accepts: first, sent: [] as string[] };
  const renewal = await TokenRenewal.start({ writer: source });
  const fetch = (request: Request) => {
    const token = request.headers.get('authorization')?.slice(7) ?? '';
    target.sent.push(`${request.method} ${token}`);
    return json(token === target.accepts ? 200 : 401);
  };
  const sender = new Sender({ url, fetch, tokens: renewal.tokens, renewal }, quick());
  const send = async (method = 'GET') => {
    const statuses: (number | undefined)[] = [];
    const headers = { authorization: 'Bearer token-1' };
    const request = {
      method,
      url: `${url}/security/securityActions`,
      headers,
      ...(method !== 'GET' && { body: '{}' }),
    };
    const record: RecordSent = ({ response }, beside) => {
      if (!beside) statuses.push(response?.status);
    };
    const givenUp = await sender.send(request, record, async () => ({ status: 404, json: undefined }));
    return { statuses, givenUp };
  };
  return { target, send, sender, source };
}

test('after an unexpected 401 the token is renewed once and the request is sent again', async () => {
  const { target, send, sender, source } = await targetAccepting('token-1');
  expect((await send()).statuses).toEqual([200]);
  target.accepts = 'token-2';
  const both = await Promise.all([send('POST'), send('POST')]);
  expect(both.map(({ statuses }) => statuses)).toEqual([
    [401, 200],
    [401, 200],
  ]);
  expect(source).toHaveBeenCalledTimes(2);
  expect(sender.redact('token-1 token-2')).toBe('$SECURITY_ACTIONS_TOKEN $SECURITY_ACTIONS_TOKEN');
});

test('a 401 to a token that a list shows to be valid is no reason to renew it', async () => {
  const { send, source } = await targetAccepting('token-1');
  await send();
  const { target, send: refused } = await targetAccepting('token-1', source);
  expect(target.sent).toEqual([]);
  await refused();
  expect(source).toHaveBeenCalledTimes(2);
});

test('a new token that is rejected too makes the credentials lost, without further renewals', async () => {
  const { target, send, source } = await targetAccepting('token-1');
  await send();
  target.accepts = 'none';
  expect(await send()).toEqual({ statuses: [401, 401], givenUp: 'credentials' });
  expect(await send()).toMatchObject({ givenUp: 'credentials' });
  expect(source).toHaveBeenCalledTimes(2);
});
