import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { round, roundName, withRounds } from './_rounds.js';

export default scenario('CREATE-10', {
  each: withRounds,
  named: roundName,
  given: async (world, input) => {
    const one = () => world.action();
    const made = input === undefined ? [await one(), await one(), await one()] : await round(world, one);
    return made.map(({ id }) => id);
  },
  when: async (world, ids) => {
    const listed = await world.eventually(
      async () => (await world.elements()).map(({ id }) => id),
      (seen) => ids.every((id) => seen.includes(id)),
    );
    return { listed };
  },
  then: ({ listed }, ids) => {
    for (const id of ids) {
      const received = `${listed.length} actions, and it is not among them`;
      expectThat(listed.includes(id), { expected: `the new action ${id} in the list`, received, at: '/value' });
    }
  },
});
