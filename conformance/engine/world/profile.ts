import type { FeatureId, Need, Operation, Requirement } from '../../../generated/requirements.js';
import { features } from '../../../generated/requirements.js';
import { type Identity, identities } from '../evidence/exchange.js';
import type { Reason } from '../reason.js';
import { tokenVariable } from '../target.js';
import { featureTexts } from './probe/feature-texts.js';

/** A stateless mock responds to each request independently; a stateful target stores actions (decision 0046). */
export type TargetClass = 'stateless' | 'stateful';

/** The claims of a JWT that identify the caller. */
export interface Claims {
  readonly appId?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly user?: string | undefined;
  readonly roles: readonly string[];
  /** The time from which the token is valid and the time at which its validity ends, in seconds since 1970. */
  readonly notBefore?: number;
  readonly expires?: number;
}

/** Whether the target supports a feature, and how that was found. */
export interface FeatureFinding {
  readonly offered: boolean;
  readonly how: string;
  /** What the user should know or declare about it. */
  readonly notice?: string;
  /** Set when the probe could not decide. */
  readonly unclear?: true;
  /** Of `filter`: the properties whose filter was seen to show the matching action and to hide the others. */
  readonly properties?: readonly string[];
  /** Of `vendors`: the parts of which the target was seen to reject an unknown value; all parts of a feature that is declared. */
  readonly parts?: readonly (keyof VendorAndProvider)[];
  /** What the probe found instead of a feature that the user declared as supported. */
  readonly unseen?: string;
}

/** Whether the target accepts only certain action names, only certain parameters, and no action that equals an unfinished one. */
export interface Limits {
  readonly names: boolean;
  readonly parameters: boolean;
  /** An action equals another if both have the same name and parameters (decision 0097). */
  readonly distinct?: boolean;
}

/** The parts of `vendorInformation` that name who carries out an action. */
export interface VendorAndProvider {
  readonly vendor: string;
  readonly provider: string;
}

/** Where a long list shows new actions: first, the latest one at the top, or after these options or this link, the latest one at the end. */
export type Newest =
  | { readonly at: 'top' }
  | { readonly at: 'end'; readonly from: { readonly $skip: string } | string };

/** What the probe and the user's declarations say about a target; it decides which requirements apply. */
export interface Profile {
  readonly class: TargetClass;
  /** What the class was seen by, as a sentence. */
  readonly seen?: string | undefined;
  /** False when the target gives the same response to every probe: a correct response is then no evidence (decision 0046). */
  readonly discriminates: boolean;
  readonly features: Readonly<Record<FeatureId, FeatureFinding>>;
  readonly identities: ReadonlySet<Identity>;
  /** Why the token of an identity cannot show what its requirements are about. */
  readonly unsuitable?: Partial<Readonly<Record<Identity, string>>> | undefined;
  readonly claims?: Claims | undefined;
  /** An action that the probe created and the run never changes: when its status changes, the target moves actions by itself. */
  readonly untouchedId?: string | undefined;
  /** Set if the list has so many actions of others that a run should not read all of it often. */
  readonly isLong?: true;
  /** Where a long list shows new actions; `undefined` for a short list, and for one that shows them in no certain place. */
  readonly newest?: Newest | undefined;
  /** The operations that the target rejects with a server error whenever the probe sends them, with its status. */
  readonly constantErrors?: ReadonlyMap<Operation, number> | undefined;
  /** What makes pages of a list small: `$top` if that limits the page and the target ignores `Prefer: odata.maxpagesize`. */
  readonly pageSize?: 'maxpagesize' | 'top' | undefined;
  /** Which parts of a valid body the target limits to certain values; free text is then sent in other members only (decision 0061). */
  readonly limits?: Limits | undefined;
  /** The vendor and provider of the documented example, where the target accepts these and rejects those of the kit (decision 0071). */
  readonly vendor?: VendorAndProvider | undefined;
  /** What the user should know, such as a declaration that contradicts the probe. */
  readonly notices: readonly string[];
}

/** Why a requirement does not apply to this target; `undefined` when it does. */
export function notApplicable(requirement: Requirement, profile: Profile): Reason | undefined {
  for (const need of requirement.needs) {
    const reason = unmet(need, profile);
    if (reason) return reason;
  }
  return undefined;
}

function unmet(need: Need, profile: Profile): Reason | undefined {
  if (need === 'stateful')
    return profile.class === 'stateless'
      ? { kind: 'stateless', detail: 'the target stores nothing between requests' }
      : undefined;
  if (need === 'claims')
    return profile.claims
      ? undefined
      : { kind: 'claims', detail: "the writer's token is not a JWT with readable claims" };
  if (isIdentity(need)) {
    const unsuitable = profile.unsuitable?.[need];
    if (unsuitable !== undefined) return { kind: 'identity', detail: unsuitable };
    if (profile.identities.has(need)) return undefined;
    return { kind: 'identity', detail: `no ${need} token was given (--${need}-token or ${tokenVariable(need)})` };
  }
  const finding = profile.features[need];
  return finding.offered
    ? undefined
    : { kind: 'feature', detail: `${featureTexts[need].name} not supported: ${finding.how}` };
}

function isIdentity(need: string): need is Identity {
  return (identities as readonly string[]).includes(need);
}

/** The id of every feature. */
export const featureIds: readonly FeatureId[] = Object.entries(features).flatMap(([id, { kind }]) =>
  kind === 'feature' ? [id as FeatureId] : [],
);
