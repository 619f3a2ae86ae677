import type { Caller, Identity } from '../evidence/exchange.js';
import { type Target, tokenVariable } from '../target.js';
import { alteredToken } from './secrets/altered-token.js';

/** How a request uses the token of its caller. */
export interface TokenUse {
  /** Sends the token with its signature altered. */
  readonly altered?: true | undefined;
  /** The authentication scheme of the token; `Bearer` by default. */
  readonly scheme?: string | undefined;
}

/** The value of `Authorization` as it is recorded, with the name of the variable in place of the token. */
export function recordedAuthorization(caller: Identity, { scheme = 'Bearer', altered }: TokenUse): string {
  return `${scheme} $${tokenVariable(caller)}${altered ? '_ALTERED' : ''}`;
}

/** The header fields as they are sent; a case that sends another `Authorization` on purpose keeps its own. */
export function withToken(
  recorded: Record<string, string>,
  caller: Caller,
  use: TokenUse,
  tokens: Target['tokens'],
): Record<string, string> {
  const token = caller === 'anonymous' ? undefined : tokens[caller];
  if (caller === 'anonymous' || token === undefined) return recorded;
  if (recorded.authorization !== recordedAuthorization(caller, use)) return recorded;
  return { ...recorded, authorization: `${use.scheme ?? 'Bearer'} ${use.altered ? alteredToken(token) : token}` };
}
