import { expect, test } from 'vitest';
import { isWithin, writtenRows } from './page.js';
import { hostileTargets } from './targets.js';

const rows = [...(await writtenRows())];

test('the lines of the page are about the targets, in their order', () => {
  const names = rows.map(([name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(hostileTargets.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(names);
});

test.each(rows)('the run on the target "%s" was within the limits', (_, line) => {
  const [megabytes, , seconds, , code] = line.slice(2, -2).split(' | ').toReversed().map(Number);
  expect(isWithin({ code: code ?? -1, seconds: seconds ?? 0, megabytes: megabytes ?? 0 }), line).toBe(true);
});
