import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectRejection } from '../../engine/judge/expect.js';

const inputs = ['$top', '$skip'].flatMap((option) =>
  ['-1', '-2147483648', 'abc', '2x', 'NaN'].map((value) => ({ option, value })),
);

export default scenario('LIST-13', {
  each: inputs,
  named: ({ option, value }) => `${option}=${value}`,
  given: (world, { option }) =>
    world.shared.once(option, async (world) => {
      const valid = await world.list({ query: { [option]: '1' } });
      if (valid.status >= 300)
        throw new Inconclusive(`the control, ${option}=1, is rejected with ${valid.status}`, valid.exchange);
    }),
  when: (world, _, { option, value }) =>
    world.list({ query: { [option]: value }, defect: `${option} is not an integer of at least 0` }),
  then: (reply) => expectRejection(reply, 400),
});
