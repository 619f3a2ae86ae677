import { requirements } from '../../engine/requirement.js';
import { accepted } from './_accepted-create.js';
import { documentedRows, fixtureInputs } from './_bodies.js';

/** Every valid create fixture, save those about what a target should take or may refuse: inputs of those levels play them. */
export default accepted(
  'CREATE-1',
  (world) => [
    ...documentedRows(world, false),
    ...fixtureInputs(world, ({ requirement, status }) => {
      const must = requirement !== 'CREATE-1' && requirements[requirement].level === 'MUST';
      return must && status.length === 1;
    }),
  ],
  201,
);
