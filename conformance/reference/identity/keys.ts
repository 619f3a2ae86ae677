import { type CryptoKey, generateKeyPair } from 'jose';

/** The key pair of the token issuer. */
export interface SigningKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

let keys: Promise<SigningKeys> | undefined;

/** The key pair of this process: created on first use, shared by all references in the process, and never stored. */
export function signingKeys(): Promise<SigningKeys> {
  keys ??= generateKeyPair('ES256');
  return keys;
}
