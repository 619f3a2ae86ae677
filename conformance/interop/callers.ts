import { exportSPKI } from 'jose';
import { tokenVariable } from '../engine/target.js';
import { signingKeys } from '../reference/identity/keys.js';
import { audience, createTokenIssuer } from '../reference/identity/tokens.js';

const tokenLifetimeSeconds = 86_400;

/** What a target needs to verify tokens, and what the kit needs to send them, both as environment variables. */
export interface Callers {
  readonly target: Readonly<Record<string, string>>;
  readonly kit: Readonly<Record<string, string>>;
}

/** A token for each identity, and the public key of their issuer. */
export async function createCallers(): Promise<Callers> {
  const tokens = await createTokenIssuer(Date.now, tokenLifetimeSeconds).mintAll();
  const { publicKey } = await signingKeys();
  const identities = Object.keys(tokens) as (keyof typeof tokens)[];
  return {
    target: { TOKEN_PUBLIC_KEY: await exportSPKI(publicKey), TOKEN_AUDIENCE: audience },
    kit: Object.fromEntries(identities.map((identity) => [tokenVariable(identity), tokens[identity]])),
  };
}
