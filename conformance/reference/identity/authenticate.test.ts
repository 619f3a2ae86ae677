import { expect, test } from 'vitest';
import { Rejection } from '../rejection.js';
import { createAuthenticator } from './authenticate.js';
import { createTokenIssuer, isCurrent, verifyToken } from './tokens.js';

const start = Date.parse('2026-01-01T00:00:00Z');

test('a token is verified once, and its expiry is checked on every request', async () => {
  let verified = 0;
  const authenticate = createAuthenticator({
    isCurrent,
    verifyToken: (text, now) => {
      verified += 1;
      return verifyToken(text, now);
    },
  });
  const authorization = `Bearer ${await createTokenIssuer(() => start, 60).mint('writer')}`;
  const caller = await authenticate(authorization, start);
  expect(await authenticate(authorization, start + 59_999)).toBe(caller);
  await expect(authenticate(authorization, start + 60_000)).rejects.toMatchObject({ status: 401 });
  expect(verified).toBe(1);
});

test.each([
  [null],
  [''],
  ['Bearer'],
  ['Bearer '],
  ['Basic dXNlcjpwYXNz'],
  ['Bearer garbage'],
  ['Bearer a.b.c'],
  ['Bearer two words'],
])('the Authorization header %o is rejected with 401 and a challenge', async (authorization) => {
  const rejection = await createAuthenticator({ isCurrent, verifyToken })(authorization, start).catch((error) => error);
  expect(rejection).toBeInstanceOf(Rejection);
  expect(rejection).toMatchObject({
    status: 401,
    headers: { 'WWW-Authenticate': expect.stringMatching(/^Bearer realm=/) },
  });
});

test('the authentication scheme is case-insensitive', async () => {
  const token = await createTokenIssuer(() => start, 60).mint('writer');
  expect(await createAuthenticator({ isCurrent, verifyToken })(`bEARER ${token}`, start)).toBeDefined();
});
