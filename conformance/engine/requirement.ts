/** The catalogue, as cases, rules and sequences see it. */
export { type FeatureId, type RequirementId, requirements } from '../../generated/requirements.js';
