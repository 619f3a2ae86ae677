import { expect, test } from 'vitest';
import { perform } from '../run/task.js';
import { nullServers } from './servers.js';

test.each(nullServers().map(({ name }, index) => ({ name, index })))(
  '$name',
  async ({ index }) => {
    const { wrong } = await perform({ kind: 'null server', index }, { whole: false, seed: 1 });
    expect(wrong).toEqual([]);
  },
  60_000,
);
