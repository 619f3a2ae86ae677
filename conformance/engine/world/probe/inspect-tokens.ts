import type { Identity } from '../../evidence/exchange.js';
import { type Target, tokenVariable } from '../../target.js';
import type { Profile } from '../profile.js';
import { claimsOf } from './claims.js';
import { unsuitableToken } from './unsuitable-token.js';

/** How long servers accept a token beyond its `exp`, because clocks differ, in seconds. */
const clockToleranceS = 5 * 60;
/** How long a run may take, in seconds. */
const expectedRunS = 10 * 60;

/**
 * What the tokens themselves say: what the user should know, and which of them cannot show what they are for. A target in this process
 * may have a clock of its own, so only the lifetime of its expired token is looked at.
 */
export function inspectTokens(
  { tokens, fetch, renewal }: Pick<Target, 'tokens' | 'fetch' | 'renewal'>,
  now = Date.now(),
): Pick<Profile, 'notices' | 'unsuitable'> {
  const notices: string[] = [];
  const unsuitable: Partial<Record<Identity, string>> = {};
  for (const [name, token] of Object.entries(tokens)) {
    const identity = name as Identity;
    const wrong = unsuitableToken(identity, tokens);
    if (wrong !== undefined) {
      notices.push(wrong);
      unsuitable[identity] = wrong;
      continue;
    }
    if ((fetch && identity !== 'expired') || renewal?.renews(identity)) continue;
    const said = identity === 'expired' ? expiredTooLate(token, now / 1_000) : endsEarly(identity, token, now / 1_000);
    if (said === undefined) continue;
    notices.push(said);
    if (identity === 'expired') unsuitable.expired = said;
  }
  return { notices, unsuitable };
}

/** Why the expired token is not expired for every server. */
function expiredTooLate(token: string, nowS: number): string | undefined {
  const { expires } = claimsOf(token) ?? {};
  if (expires === undefined || nowS - expires > clockToleranceS) return undefined;
  const when = expires > nowS ? `expires only at ${time(expires)}` : `has expired only at ${time(expires)}`;
  return `the expired token ${when}, and servers may accept a token for five minutes longer: set an older one with --expired-token or ${tokenVariable('expired')}`;
}

/** Why a token is not valid for the whole run. */
function endsEarly(identity: Identity, token: string, nowS: number): string | undefined {
  const { expires, notBefore } = claimsOf(token) ?? {};
  if (expires !== undefined && expires <= nowS)
    return `the ${identity} token has expired at ${time(expires)}: set a new one with ${tokenVariable(identity)}`;
  if (expires !== undefined && expires < nowS + expectedRunS)
    return `the ${identity} token expires at ${time(expires)}, which may be before the run ends: set a newer one with ${tokenVariable(identity)}`;
  if (notBefore !== undefined && notBefore > nowS)
    return `the ${identity} token is not valid before ${time(notBefore)}`;
  return undefined;
}

function time(seconds: number): string {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? `${seconds} seconds since 1970` : date.toISOString();
}
