import type { FeatureId } from '../../../generated/requirements.js';
import { ConfigurationError } from '../../engine/errors.js';
import { suggestion } from '../../engine/suggestion.js';
import type { Target } from '../../engine/target.js';
import { featureIds } from '../../engine/world/profile.js';

/** What `--offers` and `--lacks` declare. @throws ConfigurationError for a feature that is unknown or declared both ways. */
export function declaredFeatures(
  offers: readonly string[] = [],
  lacks: readonly string[] = [],
): NonNullable<Target['declared']> {
  const declared = {
    offers: offers.map((name) => feature('--offers', name)),
    lacks: lacks.map((name) => feature('--lacks', name)),
  };
  const both = declared.offers.find((name) => declared.lacks.includes(name));
  if (both)
    throw new ConfigurationError(`--offers and --lacks both name the feature ${both}: remove it from one of them`);
  return declared;
}

function feature(option: string, name: string): FeatureId {
  const found = featureIds.find((id) => id === name);
  if (found) return found;
  throw new ConfigurationError(
    `${option}: there is no feature "${name}": ${suggestion(name, featureIds)}expected one of ${featureIds.join(', ')}`,
  );
}
