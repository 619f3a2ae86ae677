import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import { identities } from '../../evidence/exchange.js';
import { unsuitableToken } from './unsuitable-token.js';

const token = (claims: object) => `a.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c`;
const writer = token({ tid: 'tenant-1', roles: ['SecurityActions.ReadWrite.All'] });
const read = 'SecurityActions.Read.All';

test.each([
  ['reader', writer, /is the same as the token of the writer: set one .* --reader-token/],
  ['expired', writer, /is the same as the token of the writer: set an expired one/],
  ['reader', token({ roles: [read, 'SecurityActions.ReadWrite.All'] }), /has the permission \S+ReadWrite\.All: set/],
  ['stranger', token({ roles: [read] }), /has the permission SecurityActions\.Read\.All: .*STRANGER_TOKEN/],
  ['stranger', token({ scp: `User.Read ${read}` }), /has the permission SecurityActions\.Read\.All/],
  ['delegated', token({ roles: [read] }), /is an application token: set one that acts for a signed-in user/],
  ['neighbour', token({ tid: 'tenant-1', roles: [read] }), /is of the tenant tenant-1/],
] as const)('a %s token that shows nothing is named, with the one to set', (identity, other, sentence) => {
  expect(unsuitableToken(identity, { writer, [identity]: other })).toMatch(sentence);
});

test('nothing is said of tokens that suit', async () => {
  const tokens = await createReference().tokens.mintAll();
  expect(identities.map((identity) => unsuitableToken(identity, tokens))).toEqual(identities.map(() => undefined));
});

test.each(['opaque', token({}), 'a.b.c'])('nothing is said of a token without claims: %s', (other) => {
  const tokens = Object.fromEntries(identities.map((identity) => [identity, `${other}${identity}`]));
  for (const identity of identities) expect(unsuitableToken(identity, { ...tokens, writer })).toBeUndefined();
});
