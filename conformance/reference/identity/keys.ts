import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type KeyObject } from 'jose';

/** A private key that can be exported. The types of Node.js are left out, because users of the package may not have them. */
export interface PrivateKey extends KeyObject {
  export(options: { readonly type: 'pkcs8'; readonly format: 'der' }): Uint8Array;
}

/** The key pair of a token issuer, P-256. */
export interface SigningKeys {
  readonly privateKey: PrivateKey;
  readonly publicKey: KeyObject;
  /** Names the key in the header of a token and in the JWKS document: its thumbprint (RFC 7638). */
  readonly keyId: string;
}

let keys: Promise<SigningKeys> | undefined;

/** The key pair of this process: created on first use, shared by all references that have no other one, and never stored. */
export function signingKeys(): Promise<SigningKeys> {
  keys ??= signingKeysOf(newSigningKey());
  return keys;
}

/** A new private key in PEM form (PKCS #8). */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * The key pair with this private key.
 *
 * @throws Error that says what the text is instead of a P-256 private key in PEM form. It does not repeat the text.
 */
export async function signingKeysOf(pem: string): Promise<SigningKeys> {
  const privateKey = createPrivateKey(pem);
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = privateKey;
  if (details?.namedCurve !== 'prime256v1')
    throw new Error(`the key is of type ${[type, details?.namedCurve].filter(Boolean).join(' ')}`);
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: await calculateJwkThumbprint(await exportJWK(publicKey)) };
}
