import { requirements } from '../../engine/requirement.js';
import { acceptedCreate } from './_accepted-create.js';
import { documentedInputs, fixtureInputs } from './_bodies.js';

/** Every valid create fixture of a MUST with a single allowed status. The cases of SHOULD and MAY requirements send the others. */
export default acceptedCreate(
  'CREATE-1',
  (world) => [
    ...documentedInputs(world, false),
    ...fixtureInputs(world, ({ requirement, status }) => {
      const must = requirement !== 'CREATE-1' && requirements[requirement].level === 'MUST';
      return must && status.length === 1;
    }),
  ],
  201,
);
