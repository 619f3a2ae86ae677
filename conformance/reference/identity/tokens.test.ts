import { generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { referenceIdentities } from './identities.js';
import { audience, createTokenIssuer, isCurrent, issuerOf, verifyToken } from './tokens.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const issuer = createTokenIssuer(() => now, 3600);
const seconds = now / 1000;

test('a minted token has the claims of its identity', async () => {
  const writer = await verifyToken(await issuer.mint('writer'), now);
  expect(writer).toMatchObject({
    appId: referenceIdentities.writer.appid,
    tenantId: referenceIdentities.writer.tid,
    user: null,
    scopes: [],
  });
  expect(writer.roles).toEqual(['SecurityActions.ReadWrite.All']);
  const delegated = await verifyToken(await issuer.mint('delegated'), now);
  expect(delegated).toMatchObject({
    user: referenceIdentities.delegated.upn,
    roles: [],
    scopes: ['SecurityActions.ReadWrite.All'],
  });
});

test.each([
  ['another issuer', { iss: 'https://login.example/other/' }],
  ['the issuer of another tenant', { iss: issuerOf(referenceIdentities.neighbour.tid) }],
  ['another audience', { aud: 'https://other.example' }],
  ['an expiry in the past', { exp: seconds }],
  ['no expiry', { exp: undefined }],
  ['a start in the future', { nbf: seconds + 1 }],
  ['no tenant', { tid: undefined }],
  ['no application', { appid: undefined }],
])('a token with %s is rejected', async (_, changes) => {
  await expect(verifyToken(await issuer.mint('writer', changes), now)).rejects.toThrow();
});

test('the token of the expired identity is rejected, and a token is no longer current at its expiry', async () => {
  await expect(verifyToken(await issuer.mint('expired'), now)).rejects.toThrow(/exp/);
  const writer = await verifyToken(await issuer.mint('writer'), now);
  expect(isCurrent(writer, now + 3_599_999)).toBe(true);
  expect(isCurrent(writer, now + 3_600_000)).toBe(false);
});

test('a token with another key, without a key, or with any character of its signature changed is rejected', async () => {
  const claims = {
    ...referenceIdentities.writer,
    iss: issuerOf(referenceIdentities.writer.tid),
    aud: audience,
    exp: seconds + 60,
  };
  const { privateKey } = await generateKeyPair('ES256');
  const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
  await expect(verifyToken(foreign, now)).rejects.toThrow();
  const parts = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  await expect(verifyToken(`${parts.join('.')}.`, now)).rejects.toThrow();
  const good = await issuer.mint('writer');
  for (let at = good.lastIndexOf('.') + 1; at < good.length; at++) {
    const altered = `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`;
    await expect(verifyToken(altered, now), `altered at ${at}`).rejects.toThrow();
  }
});
