import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectRefusal } from '../../engine/judge/expect.js';

const broken = [
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
  each: broken,
  given: async (world) => {
    const valid = await world.list({ query: { $filter: "status eq 'NotStarted'" } });
    if (valid.status >= 300)
      throw new Inconclusive(`a filter that can be parsed was answered with ${valid.status}`, valid.exchange);
  },
  when: (world, _, filter) => world.list({ query: { $filter: filter }, defect: 'the filter cannot be parsed' }),
  then: (reply) => expectRefusal(reply, 400),
});
