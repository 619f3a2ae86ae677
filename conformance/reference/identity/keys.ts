import { type CryptoKey, generateKeyPair } from 'jose';

/** The two halves of the issuer's key. */
export interface SigningKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

let keys: Promise<SigningKeys> | undefined;

/** The key pair of this process, made when first asked for and shared by every reference in it; it is never stored. */
export function signingKeys(): Promise<SigningKeys> {
  keys ??= generateKeyPair('ES256');
  return keys;
}
