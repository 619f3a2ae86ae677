import { expect, test } from 'vitest';
import { inspectTokens } from './inspect-tokens.js';

const now = Date.parse('2026-01-01T12:00:00Z');
const token = (claims: object) => `a.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c`;
const at = (minutes: number) => now / 1_000 + minutes * 60;

test.each([
  ['expired five minutes ago', 'expired', { exp: at(-4) }, /has expired only at 2026-01-01T11:56:00.000Z/],
  ['not expired yet', 'expired', { exp: at(30) }, /expires only at/],
  ['ends during the run', 'writer', { exp: at(3) }, /the writer token expires at 2026-01-01T12:03:00.000Z/],
  ['has ended', 'reader', { exp: at(-1) }, /the reader token has expired/],
  ['is not valid yet', 'writer', { nbf: at(2) }, /not valid before/],
  ['has an absurd time', 'reader', { exp: -1e300 }, /has expired at/],
])('a token that %s is named', (_, identity, claims, notice) => {
  const found = inspectTokens({ tokens: { [identity]: token(claims) } }, now);
  expect(found.notices).toEqual([expect.stringMatching(notice)]);
  expect(Object.keys(found.unsuitable ?? {})).toEqual(identity === 'expired' ? ['expired'] : []);
});

test('nothing is said of tokens that suit, or that cannot be read', () => {
  const tokens = { writer: token({ exp: at(60), nbf: at(-1) }), expired: token({ exp: at(-6) }), reader: 'opaque' };
  expect(inspectTokens({ tokens }, now)).toEqual({ notices: [], unsuitable: {} });
});
