/** The catalogue, as cases and rules see it. */
export { type FeatureId, requirements } from '../../generated/requirements.js';
