import { ConfigurationError } from '../../../engine/errors.js';
import { type Identity, identities } from '../../../engine/evidence/exchange.js';
import type { TokenSource } from '../../../engine/http/credentials/token-renewal.js';
import type { Network } from '../../../engine/http/transport/network.js';
import { tokenVariable } from '../../../engine/target.js';
import type { Io } from '../../io.js';
import type { FileTarget } from '../config-file.js';
import { variableOf } from '../references.js';
import { oauthSource } from './oauth.js';
import { commandMs, commandSource } from './token-command.js';
import { type GivenTokens, tokenOption, whyNotAToken } from './tokens.js';

/** The tokens of a target, and the sources of those that are got when the run starts. */
export interface FileTokens {
  readonly tokens: GivenTokens['tokens'];
  readonly sources: Partial<Readonly<Record<Identity, TokenSource>>>;
}

/** The tokens that a file describes, except those of identities that have one from elsewhere. @throws ConfigurationError */
export function fileTokens(target: FileTarget, given: GivenTokens['tokens'], network: Network): FileTokens {
  const tokens: Partial<Record<Identity, string>> = { ...given };
  const sources: Partial<Record<Identity, TokenSource>> = {};
  for (const identity of identities) {
    const setting = target.tokens?.[identity];
    if (setting === undefined || given[identity] !== undefined) continue;
    const where = `--config ${target.at('tokens', identity)}: tokens.${identity}`;
    if (typeof setting === 'string') {
      const wrong = whyNotAToken(setting);
      if (wrong) throw new ConfigurationError(`${where} ${wrong}: expected only the token, the part after "Bearer "`);
      tokens[identity] = setting;
      continue;
    }
    const { tokenCommand, timeout, oauth } = setting;
    if ((tokenCommand === undefined) === (oauth === undefined))
      throw new ConfigurationError(`${where} needs one of tokenCommand and oauth: give exactly one of them`);
    if (oauth && timeout !== undefined)
      throw new ConfigurationError(`${where}.timeout is for tokenCommand only: remove it`);
    if (tokenCommand) sources[identity] = commandSource(tokenCommand, timeout ?? commandMs, where);
    if (oauth) sources[identity] = oauthSource(oauth, network, where);
  }
  return { tokens, sources };
}

/**
 * A token on the command line or in the environment is for one target: another one must not see it.
 *
 * @throws ConfigurationError when several targets would get the same token, unless the file says so of each.
 */
export function requireOwnTokens(targets: readonly FileTarget[], byOption: readonly Identity[], env: Io['env']): void {
  if (targets.length < 2) return;
  for (const identity of identities) {
    const variable = tokenVariable(identity);
    const shared = targets.some(({ written }) => variableOf(written('tokens', identity)) !== variable);
    const name = byOption.includes(identity) ? `--${tokenOption(identity)}` : env[variable] && shared && variable;
    if (!name) continue;
    const names = targets.map((target) => target.name).join(' and ');
    throw new ConfigurationError(`${name} would be sent to ${names}: name one target, or remove the token`);
  }
}
