import type { FeatureId, RequirementId } from '../../../generated/requirements.js';
import { featureTexts } from '../world/probe/feature-texts.js';
import { featureIds, type Profile } from '../world/profile.js';
import type { Discovery } from './explorer.js';

/** The requirement that says what a feature does. */
const promises: Partial<Readonly<Record<FeatureId, RequirementId>>> = {
  update: 'UPDATE-1',
  top: 'LIST-9',
  skip: 'LIST-11',
  count: 'LIST-14',
  select: 'LIST-21',
  orderby: 'LIST-19',
  filter: 'LIST-17',
  vendors: 'CREATE-35',
};

/** A feature that the user declares and no probe can see is a failure of what it promises (decision 0055). */
export function unseenFeatures({ features }: Profile): readonly Discovery[] {
  return featureIds.flatMap((feature): Discovery[] => {
    const { unseen } = features[feature];
    const id = promises[feature];
    if (unseen === undefined || id === undefined) return [];
    const { name } = featureTexts[feature];
    const message = `${name} is declared with --offers ${feature}, but no request shows it`;
    return [{ id, finding: { message, expected: `the effect of ${name}`, received: unseen, input: 'probe' } }];
  });
}
