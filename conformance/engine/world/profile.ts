import type { FeatureId, Need, Requirement } from '../../../generated/requirements.js';
import { features } from '../../../generated/requirements.js';
import { type Identity, identities } from '../evidence/exchange.js';
import type { Reason } from '../reason.js';
import { tokenVariable } from '../target.js';

/** A stateless mock answers each request by itself; a stateful target remembers; reading 0046. */
export type TargetClass = 'stateless' | 'stateful';

/** What a JWT says about its bearer. */
export interface Claims {
  readonly appId?: string;
  readonly tenantId?: string;
  readonly user?: string;
  readonly roles: readonly string[];
}

/** Whether a feature is offered, and how that was found. */
export interface FeatureFinding {
  readonly offered: boolean;
  readonly how: string;
}

/** What the probe and the owner's word say about a target; every choice of what to ask rests on it. */
export interface Profile {
  readonly class: TargetClass;
  /** False when the target answers every probe alike: then a right answer of it proves nothing; reading 0046. */
  readonly discriminates: boolean;
  readonly features: Readonly<Record<FeatureId, FeatureFinding>>;
  readonly identities: ReadonlySet<Identity>;
  readonly claims?: Claims;
  /** An action that the probe made and that nobody touches during the run: whether it moves tells who moves the others. */
  readonly untouchedId?: string;
  /** What the owner should know: a declaration that the probe contradicts. */
  readonly notices: readonly string[];
}

/** Why a requirement does not apply to this target; `undefined` when it does. */
export function notApplicable(requirement: Requirement, profile: Profile): Reason | undefined {
  for (const need of requirement.needs) {
    const reason = lacking(need, profile);
    if (reason) return reason;
  }
  return undefined;
}

function lacking(need: Need, profile: Profile): Reason | undefined {
  if (need === 'stateful')
    return profile.class === 'stateless'
      ? { kind: 'stateless', detail: 'the target keeps nothing between requests' }
      : undefined;
  if (need === 'claims')
    return profile.claims
      ? undefined
      : { kind: 'claims', detail: "the writer's token is not a JWT whose claims can be read" };
  if (isIdentity(need)) {
    if (profile.identities.has(need)) return undefined;
    return { kind: 'identity', detail: `no ${need} token was given (--${need}-token or ${tokenVariable(need)})` };
  }
  const finding = profile.features[need];
  return finding.offered ? undefined : { kind: 'feature', detail: `${need} is not supported: ${finding.how}` };
}

function isIdentity(need: string): need is Identity {
  return (identities as readonly string[]).includes(need);
}

/** Every feature that a target may offer or lack. */
export const featureIds: readonly FeatureId[] = Object.entries(features).flatMap(([id, { kind }]) =>
  kind === 'feature' ? [id as FeatureId] : [],
);
