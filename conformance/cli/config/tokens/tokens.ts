import { ConfigurationError } from '../../../engine/errors.js';
import { type Identity, identities } from '../../../engine/evidence/exchange.js';
import { tokenVariable } from '../../../engine/target.js';
import type { Io } from '../../io.js';

/** The option that carries an identity's token, without the dashes. */
export function tokenOption(identity: Identity): string {
  return identity === 'writer' ? 'token' : `${identity}-token`;
}

/** The names under which commander stores tokens. */
type TokenName = 'token' | `${Exclude<Identity, 'writer'>}Token`;

/** Tokens by identity, and the identities whose token was given as an option. */
export interface GivenTokens {
  readonly tokens: Partial<Readonly<Record<Identity, string>>>;
  readonly byOption: readonly Identity[];
}

/**
 * The tokens of all identities that have one. An option overrides its environment variable; an empty variable counts as absent.
 *
 * @throws ConfigurationError for text that cannot be a token; it does not repeat the text.
 */
export function givenTokens(options: Partial<Readonly<Record<TokenName, string>>>, env: Io['env']): GivenTokens {
  const tokens: Partial<Record<Identity, string>> = {};
  const byOption: Identity[] = [];
  for (const identity of identities) {
    const option = options[identity === 'writer' ? 'token' : (`${identity}Token` as const)];
    const given = option ?? (env[tokenVariable(identity)] || undefined);
    if (given === undefined) continue;
    if (option !== undefined) byOption.push(identity);
    const name = option === undefined ? tokenVariable(identity) : `--${tokenOption(identity)}`;
    const wrong = whyNotAToken(given);
    if (wrong)
      throw new ConfigurationError(
        `${name} ${wrong}: expected only the token, the part after "Bearer " in an Authorization header`,
      );
    tokens[identity] = given;
  }
  return { tokens, byOption };
}

/** What is wrong with a text that should be a token; `undefined` for one that can be sent. */
export function whyNotAToken(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (/^bearer\s/i.test(text)) return 'begins with "Bearer "';
  if (/\s/.test(text)) return 'contains white space';
  return /^[\x21-\x7e]+$/.test(text) ? undefined : 'contains characters that are not allowed in a header field';
}
