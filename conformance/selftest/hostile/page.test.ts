import { expect, test } from 'vitest';
import { isWithin, writtenRows } from './page.js';
import { hostileTargets } from './targets.js';

test('the page has one line for each target, in their order', async () => {
  expect([...(await writtenRows()).keys()]).toEqual(hostileTargets.map(({ name }) => name));
});

test('no line of the page is beyond the limits', async () => {
  const rows = [...(await writtenRows()).values()];
  const beyond = rows.filter((line) => {
    const [megabytes, , seconds, , code] = line.slice(2, -2).split(' | ').toReversed().map(Number);
    return !isWithin({ code: code ?? -1, seconds: seconds ?? 0, megabytes: megabytes ?? 0 });
  });
  expect(beyond).toEqual([]);
});
