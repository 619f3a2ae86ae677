/** The catalogue, as cases and rules see it. */
export { type FeatureId, type RequirementId, requirements } from '../../generated/requirements.js';
