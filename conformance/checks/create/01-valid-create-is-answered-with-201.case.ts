import { requirements } from '../../engine/requirement.js';
import { accepted } from './_accepted.js';
import { documentedRows, fixtureRows } from './_bodies.js';

/** Every valid create fixture, save those about what a target should take or may refuse: rows of those levels play them. */
export default accepted(
  'CREATE-1',
  (world) => [
    ...documentedRows(world, false),
    ...fixtureRows(world, ({ requirement, status }) => {
      const must = requirement !== 'CREATE-1' && requirements[requirement].level === 'MUST';
      return must && status.length === 1;
    }),
  ],
  201,
);
