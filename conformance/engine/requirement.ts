/** The catalogue, for the parts of the kit that do not import `generated` themselves. */
export { type FeatureId, levels, type RequirementId, requirements } from '../../generated/requirements.js';
