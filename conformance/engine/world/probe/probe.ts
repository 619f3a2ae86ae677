import type { FeatureId } from '../../../../generated/requirements.js';
import { Inconclusive, unlessInconclusive } from '../../errors.js';
import { type Identity, identities } from '../../evidence/exchange.js';
import { truncate } from '../../evidence/preview.js';
import { isSuccess, type Reply } from '../../evidence/reply.js';
import type { Target } from '../../target.js';
import type { Draw } from '../draw.js';
import type { FeatureFinding, Profile } from '../profile.js';
import { featureIds } from '../profile.js';
import { idOf, type World } from '../world.js';
import { claimsOf } from './claims.js';
import { constantErrors } from './constant-errors.js';
import { featureProbes, needNoStoredActions } from './features.js';
import { classSeen, distinguishesRequests, firstContact, keepsState, obeysSteering } from './first-contact.js';
import { vendorNotice } from './first-create.js';
import { inspectTokens } from './inspect-tokens.js';
import { findNewest } from './newest.js';
import { findPageSize } from './page-size.js';
import { findLimits, limitNotices } from './probe-limits.js';
import { isRejectedBody } from './rejected-body.js';

/** The profile of a target before the probe. */
export function initialProfile(target: Target): Profile {
  const { notices, unsuitable } = inspectTokens(target);
  const unknown: FeatureFinding = { offered: false, how: 'not probed' };
  return {
    class: 'stateful',
    discriminates: true,
    features: Object.fromEntries(featureIds.map((id) => [id, unknown])) as Profile['features'],
    identities: new Set<Identity>(
      identities.filter((one) => target.tokens[one] !== undefined && unsuitable?.[one] === undefined),
    ),
    claims: claimsOf(target.tokens.writer),
    notices,
    unsuitable,
  };
}

/**
 * Finds the class of the target and its features with a few requests. Only a target that follows `Prefer: code=…` and stores nothing
 * counts as a stateless mock (decision 0046).
 *
 * @throws Unreachable without a response, ConfigurationError when the target rejects the writer's token.
 */
export async function probe(world: World, target: Target, writes: boolean, draw: Draw): Promise<Profile> {
  const contact = await firstContact(world, target, writes, draw);
  const [first] = contact.created;
  const stateless = obeysSteering(contact) && !keepsState(contact);
  if (stateless) world.targetIsStateless();
  const probes = featureProbes(world, contact);
  const features: Partial<Record<FeatureId, FeatureFinding>> = {};
  const { vendor } = contact;
  const notices: string[] = [
    ...world.profile.notices,
    ...rejectedBody(first),
    ...(vendor ? [vendorNotice(vendor)] : []),
  ];
  for (const id of featureIds) {
    const found = await find(id);
    features[id] = withDeclaration(id, found, target, notices);
  }
  const accepted = !stateless && first && isSuccess(first) ? first : undefined;
  // The feature probes and the cases report a missing response.
  const limits = accepted ? await unlessInconclusive(findLimits(world, target)) : undefined;
  if (limits) notices.push(...limitNotices(limits));
  const pageSize = accepted ? await unlessInconclusive(findPageSize(world)) : undefined;
  const untouchedId = first && idOf(first);
  const length =
    accepted && writes && untouchedId !== undefined
      ? await unlessInconclusive(findNewest(world, untouchedId, features.skip?.offered ?? false))
      : undefined;
  return {
    ...world.profile,
    class: stateless ? 'stateless' : 'stateful',
    seen: classSeen(contact),
    discriminates: distinguishesRequests(contact),
    features: features as Profile['features'],
    untouchedId,
    ...(limits && { limits }),
    ...(vendor && { vendor }),
    ...(length?.isLong && { isLong: true }),
    ...(length?.newest && { newest: length.newest }),
    constantErrors: constantErrors(world.exchanges),
    ...(pageSize && { pageSize }),
    notices,
  };

  async function find(id: FeatureId): Promise<FeatureFinding> {
    if (stateless && !needNoStoredActions.has(id))
      return { offered: false, how: 'the target is a stateless mock', unclear: true };
    // Its requirements are then inconclusive because of the safety policy, and not hidden as not applicable.
    if (!writes)
      return { offered: true, how: 'not probed, because against a remote target the kit sends only GET requests' };
    try {
      return await probes[id]();
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      // A missing response does not mean that the feature is not supported: the cases run, and are inconclusive without a response.
      return { offered: true, how: `the probe got no response: ${truncate(error.message, 400)}` };
    }
  }
}

/** A target with a list of vendors rejects every body with another one; the user must name one that exists. */
function rejectedBody(created: Reply | undefined): string[] {
  if (!created || !isRejectedBody(created)) return [];
  return [
    `a valid create was rejected with ${created.status}: if the target accepts certain vendors, providers or action names only, set them with --vendor, --provider, --action-name and --parameters`,
  ];
}

function withDeclaration(
  id: FeatureId,
  found: FeatureFinding,
  { declared }: Target,
  notices: string[],
): FeatureFinding {
  const offers = declared?.offers?.includes(id) ?? false;
  const lacks = declared?.lacks?.includes(id) ?? false;
  if (!offers && !lacks) {
    if (found.notice !== undefined) notices.push(found.notice);
    return found;
  }
  if (offers !== found.offered) {
    notices.push(
      `${id} is declared as ${offers ? 'supported' : 'not supported'}, but the probe found otherwise: ${found.how}`,
    );
  }
  const how = `declared with ${offers ? '--offers' : '--lacks'}`;
  const { properties } = found;
  const unseen = offers && !found.offered && !found.unclear ? found.how : undefined;
  return { offered: offers, how, ...(offers && properties && { properties }), ...(unseen !== undefined && { unseen }) };
}
