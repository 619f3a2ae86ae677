import type { Identity } from '../../evidence/exchange.js';
import { type Target, tokenVariable } from '../../target.js';
import { claimsOf, isDelegated, permissions, readPermission, writePermission } from './claims.js';

/**
 * Why a token cannot show what its identity is for, as far as the tokens themselves say it; `undefined` where they do not. Tokens that
 * were mixed up would make the kit accuse a target that is right.
 */
export function unsuitableToken(identity: Identity, tokens: Target['tokens']): string | undefined {
  const token = tokens[identity];
  if (identity === 'writer' || token === undefined) return undefined;
  const wrong = token === tokens.writer ? 'is the same as the token of the writer' : contradiction(identity, tokens);
  if (wrong === undefined) return undefined;
  return `the ${identity} token ${wrong}: set ${wanted[identity]} with --${identity}-token or ${tokenVariable(identity)}`;
}

/** The token that each identity needs. */
const wanted: Readonly<Record<Exclude<Identity, 'writer'>, string>> = {
  reader: `one with the permission ${readPermission} only`,
  stranger: 'one without these permissions',
  delegated: 'one that acts for a signed-in user',
  neighbour: 'one of another tenant',
  expired: 'an expired one',
};

/** What a readable token says that its identity must not have. */
function contradiction(identity: Exclude<Identity, 'writer'>, tokens: Target['tokens']): string | undefined {
  const granted = permissions(tokens[identity]);
  const forbidden =
    identity === 'reader' ? [writePermission] : identity === 'stranger' ? [readPermission, writePermission] : [];
  const excess = forbidden.find((one) => granted.includes(one));
  if (excess !== undefined) return `has the permission ${excess}`;
  if (identity === 'delegated' && granted.length > 0 && !isDelegated(tokens.delegated))
    return 'is an application token';
  if (identity !== 'neighbour') return undefined;
  const [tenant, other] = [tokens.writer, tokens.neighbour].map((token) => claimsOf(token)?.tenantId);
  return tenant !== undefined && tenant === other ? `is of the tenant ${tenant}, as that of the writer is` : undefined;
}
