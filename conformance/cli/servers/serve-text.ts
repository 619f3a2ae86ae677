import { type Identity, identities } from '../../engine/evidence/exchange.js';
import { tokenVariable } from '../../engine/target.js';
import type { OAuthClient } from '../../reference/oauth/clients.js';
import { scope } from '../../reference/oauth/issuer.js';
import { issuerUrls } from '../../reference/oauth/metadata.js';
import { tokenOption } from '../config/tokens/tokens.js';

/** What `serve` prints about the server that it started. */
export interface Served {
  readonly url: string;
  readonly tokens: Readonly<Record<Identity, string>>;
  /** In seconds. */
  readonly tokenLifetime: number;
  /** Empty when the server issues no tokens. */
  readonly clients: readonly OAuthClient[];
  /** The file with the certificate of the authority, when a certificate was made. */
  readonly authorityFile: string | undefined;
}

/** The text as lines that a user can copy into another shell. */
export function serveText({ url, tokens, tokenLifetime, clients, authorityFile }: Served): string {
  const { origin } = new URL(url);
  const variable = (identity: Identity) =>
    `export ${tokenVariable(identity)}='${tokens[identity]}'  # or --${tokenOption(identity)}`;
  const client = ({ identity, tenantId, id, secret }: OAuthClient) =>
    [
      `${identity}:`,
      `  client id      ${id}`,
      `  client secret  ${secret}`,
      `  issuer         ${issuerUrls(origin, tenantId).issuer}`,
      `  token URL      ${issuerUrls(origin, tenantId).token}`,
    ].join('\n');
  return [
    `Reference implementation at ${url}`,
    '',
    ...(authorityFile === undefined
      ? []
      : [
          'Its certificate is signed by an authority of its own. For programs in Node.js, in another shell:',
          `export NODE_EXTRA_CA_CERTS='${authorityFile}'`,
          '',
        ]),
    ...(clients.length === 0
      ? []
      : [`OAuth 2.0 clients, for the client credentials grant with the scope ${scope}:`, ...clients.map(client), '']),
    `Tokens for all identities, valid for ${duration(tokenLifetime)}. To check this server from another shell:`,
    ...identities.map(variable),
    `security-actions conform ${url}`,
    '',
    'Press Ctrl-C to stop it.',
    '',
  ].join('\n');
}

function duration(seconds: number): string {
  return seconds === 86_400 ? 'a day' : `${seconds} s`;
}
