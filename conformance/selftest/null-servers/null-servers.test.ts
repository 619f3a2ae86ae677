import { expect, test } from 'vitest';
import { perform } from '../run/task.js';
import { nullServers } from './servers.js';

// Every second one; the self-test runs all of them.
test.each(nullServers().flatMap(({ name }, index) => (index % 2 === 0 ? [{ name, index }] : [])))(
  'no MUST passes on a null server that responds with $name',
  async ({ index }) => {
    const { problems } = await perform({ kind: 'null server', index }, { whole: false, seed: 1 });
    expect(problems).toEqual([]);
  },
  60_000,
);
