import { isPromised } from '../../engine/world/fixtures/fixtures.js';
import { acceptedCreate } from './_accepted-create.js';
import { documentedInputs, fixtureInputs } from './_bodies.js';

/** Every valid create fixture of a MUST with a single allowed status. The cases of SHOULD and MAY requirements send the others. */
export default acceptedCreate(
  'CREATE-1',
  (world) => [
    ...documentedInputs(world, false),
    ...fixtureInputs(world, (fixture) => {
      const { requirement, status } = fixture;
      return requirement !== 'CREATE-1' && isPromised(fixture) && status.length === 1;
    }),
  ],
  201,
);
