import type { FeatureId } from '../../generated/requirements.js';
import type { Identity } from './evidence/exchange.js';
import type { FetchHandler } from './http/transport/handler.js';

/** The implementation under test and what its owner says about it. */
export interface Target {
  /** How reports call it: `mock`, `reference`, or its URL. */
  readonly name: string;
  /** The base URL; paths such as `/security/securityActions` are appended to it. */
  readonly url: string;
  /** Serves the target in this process; without it requests go over the network to `url`. */
  readonly fetch?: FetchHandler;
  /** A bearer token for each identity that the owner can give. */
  readonly tokens: Partial<Readonly<Record<Identity, string>>>;
  /** Features the owner declares as offered or as lacking; the others are probed. */
  readonly declared?: { readonly offers?: readonly FeatureId[]; readonly lacks?: readonly FeatureId[] };
  /** Values a real target wants in a valid body; the kit's own are used otherwise. */
  readonly routing?: { readonly vendor?: string; readonly provider?: string; readonly actionName?: string };
}

/** The environment variable that carries an identity's token; it is also how a token is written in reports. */
export function tokenVariable(identity: Identity): string {
  return identity === 'writer' ? 'SECURITY_ACTIONS_TOKEN' : `SECURITY_ACTIONS_${identity.toUpperCase()}_TOKEN`;
}
