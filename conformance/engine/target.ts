import type { FeatureId } from '../../generated/requirements.js';
import type { Identity } from './evidence/exchange.js';
import type { TokenRenewal } from './http/credentials/token-renewal.js';
import type { FetchHandler } from './http/transport/handler.js';
import type { Network } from './http/transport/network.js';

/** The implementation under test, and what its owner declares about it. */
export interface Target {
  /** The name in reports: `mock`, `reference`, or the URL. */
  readonly name: string;
  /** The base URL; paths such as `/security/securityActions` are appended to it. */
  readonly url: string;
  /** Handles the requests in this process; without it they go over the network to `url`. */
  readonly fetch?: FetchHandler | undefined;
  /** A bearer token for each identity that the owner provides. */
  readonly tokens: Partial<Readonly<Record<Identity, string>>>;
  /** Renews the tokens of identities that have a source; `tokens` holds their first tokens. */
  readonly renewal?: TokenRenewal | undefined;
  /** Certificates, proxies and header fields on the way to the target. */
  readonly network?: Network | undefined;
  /** Features that the owner declares as supported or as not supported; the others are probed. */
  readonly declared?:
    | { readonly offers?: readonly FeatureId[] | undefined; readonly lacks?: readonly FeatureId[] | undefined }
    | undefined;
  /** Values that the target requires in a valid body; the kit's own values by default. */
  readonly routing?:
    | {
        readonly vendor?: string | undefined;
        readonly provider?: string | undefined;
        /** The action name of valid bodies; the first one when several are accepted. */
        readonly actionName?: string | undefined;
        /** All action names that the target accepts; `actionName` alone by default. */
        readonly actionNames?: readonly string[] | undefined;
        /** The parameters that the target accepts for these names. */
        readonly parameters?: readonly { readonly name: string; readonly value: string }[] | undefined;
      }
    | undefined;
}

/** The environment variable with an identity's token; reports show the name in place of the token. */
export function tokenVariable(identity: Identity): string {
  return identity === 'writer' ? 'SECURITY_ACTIONS_TOKEN' : `SECURITY_ACTIONS_${identity.toUpperCase()}_TOKEN`;
}
