import type { FeatureId } from '../../../../generated/requirements.js';
import { Inconclusive } from '../../errors.js';
import { type Identity, identities } from '../../evidence/exchange.js';
import { beginning } from '../../evidence/preview.js';
import { member, type Reply } from '../../evidence/reply.js';
import type { Target } from '../../target.js';
import type { Draw } from '../draw.js';
import type { FeatureFinding, Profile } from '../profile.js';
import { featureIds } from '../profile.js';
import type { World } from '../world.js';
import { claimsOf } from './claims.js';
import { featureProbes, needMemory, untilListed } from './features.js';
import { firstContact, keepsState, obeysSteering, tellsRequestsApart } from './first-contact.js';

/** What is known of a target before it has been asked anything. */
export function initialProfile(target: Target): Profile {
  const unknown: FeatureFinding = { offered: false, how: 'not probed' };
  return {
    class: 'stateful',
    discriminates: true,
    features: Object.fromEntries(featureIds.map((id) => [id, unknown])) as Profile['features'],
    identities: new Set<Identity>(identities.filter((identity) => target.tokens[identity] !== undefined)),
    claims: claimsOf(target.tokens.writer),
    notices: [],
  };
}

/**
 * Finds the class of the target and the features it offers, with a handful of requests. Only a target that obeys steering and
 * keeps nothing counts as a stateless mock; reading 0046. Throws when it cannot be reached or refuses the writer's token.
 */
export async function probe(world: World, target: Target, writes: boolean, draw: Draw): Promise<Profile> {
  const contact = await firstContact(world, target, writes, draw);
  const stateless = obeysSteering(contact) && !keepsState(contact);
  if (stateless) world.targetIsStateless();
  if (!stateless && writes) await untilListed(world, contact.created).catch(unlessInconclusive);
  const features: Partial<Record<FeatureId, FeatureFinding>> = {};
  const notices: string[] = refusedBody(contact.created[0]);
  for (const id of featureIds) {
    const found = await find(id);
    features[id] = declared(id, found, target, notices);
  }
  const id = member(contact.created[0]?.body, 'id');
  const untouchedId = typeof id === 'string' && id !== '' ? id : undefined;
  return {
    ...world.profile,
    class: stateless ? 'stateless' : 'stateful',
    discriminates: tellsRequestsApart(contact),
    features: features as Profile['features'],
    untouchedId,
    notices,
  };

  async function find(id: FeatureId): Promise<FeatureFinding> {
    if (stateless && needMemory.includes(id)) return { offered: false, how: 'the target is a stateless mock' };
    // The requirements about it then come out undecided, by the policy; they do not vanish as not applicable.
    if (!writes) return { offered: true, how: 'it was not probed, because only reads are allowed on this target' };
    try {
      return await featureProbes[id](world, contact);
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      // Not to answer is no lawful way to lack a feature: the cases are asked, and remain undecided if they get no answer either.
      return { offered: true, how: `the probe got no answer: ${beginning(error.message, 400)}` };
    }
  }
}

/** Lets pass what only says that there was no answer: the feature probes and the cases find that out for themselves. */
function unlessInconclusive(error: unknown): void {
  if (!(error instanceof Inconclusive)) throw error;
}

/** A target that knows its vendors refuses every body that names another; its owner has to say which. */
function refusedBody(created: Reply | undefined): string[] {
  if (created?.status !== 400 && created?.status !== 422) return [];
  return [
    `a valid create was answered with ${created.status}: if the target wants a vendor, provider or action name that it knows, name them with --vendor, --provider and --action-name`,
  ];
}

function declared(id: FeatureId, found: FeatureFinding, { declared: word }: Target, notices: string[]): FeatureFinding {
  const offers = word?.offers?.includes(id) ?? false;
  const lacks = word?.lacks?.includes(id) ?? false;
  if (!offers && !lacks) return found;
  if (offers !== found.offered) {
    notices.push(
      `feature ${id} is declared as ${offers ? 'offered' : 'lacking'}, but the probe says otherwise: ${found.how}`,
    );
  }
  return { offered: offers, how: `declared as ${offers ? 'offered' : 'lacking'}` };
}
