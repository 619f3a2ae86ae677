import { ConfigurationError } from '../../engine/errors.js';
import { type Identity, identities } from '../../engine/evidence/exchange.js';
import { tokenVariable } from '../../engine/target.js';
import type { Io } from '../io.js';

/** The option that carries an identity's token, without the dashes. */
export function tokenOption(identity: Identity): string {
  return identity === 'writer' ? 'token' : `${identity}-token`;
}

/** Tokens by identity, and which of them came by an option. */
export interface GivenTokens {
  readonly tokens: Partial<Readonly<Record<Identity, string>>>;
  readonly byOption: readonly Identity[];
}

/**
 * The tokens of all identities that have one: an option goes before its environment variable, an empty variable is none.
 *
 * @throws ConfigurationError for text that no token can be; it does not repeat it.
 */
export function givenTokens(options: Readonly<Record<string, unknown>>, env: Io['env']): GivenTokens {
  const tokens: Partial<Record<Identity, string>> = {};
  const byOption: Identity[] = [];
  for (const identity of identities) {
    const option = options[identity === 'writer' ? 'token' : `${identity}Token`];
    const given = typeof option === 'string' ? option : env[tokenVariable(identity)] || undefined;
    if (given === undefined) continue;
    if (typeof option === 'string') byOption.push(identity);
    const name = typeof option === 'string' ? `--${tokenOption(identity)}` : tokenVariable(identity);
    const wrong = notAToken(given);
    if (wrong)
      throw new ConfigurationError(
        `${name} ${wrong}: expected the token itself, as it stands after "Bearer " in a request`,
      );
    tokens[identity] = given;
  }
  return { tokens, byOption };
}

function notAToken(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (/^bearer\s/i.test(text)) return 'begins with "Bearer "';
  if (/\s/.test(text)) return 'has white space in it';
  return /^[\x21-\x7e]+$/.test(text) ? undefined : 'has characters that no header field can carry';
}
