import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectRejection } from '../../engine/judge/expect.js';

const invalid = [
  'status eq',
  "eq 'NotStarted'",
  "status eq 'NotStarted",
  "(status eq 'NotStarted'",
  "status eq 'NotStarted')",
  "status eq 'NotStarted' and",
  "status 'NotStarted'",
  "status eq 'NotStarted' status eq 'Running'",
  "clientContext eq 'it's'",
];

export default scenario('LIST-18', {
  each: invalid,
  given: (world) =>
    world.shared.once('control', async (world) => {
      const valid = await world.list({ query: { $filter: "status eq 'NotStarted'" } });
      if (valid.status >= 300)
        throw new Inconclusive(`the control, a valid filter, is rejected with ${valid.status}`, valid.exchange);
    }),
  when: (world, _, filter) => world.list({ query: { $filter: filter }, defect: '$filter is invalid' }),
  then: (reply) => expectRejection(reply, 400),
});
