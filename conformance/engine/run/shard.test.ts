import { expect, test } from 'vitest';
import { type Rule, rule, scenario } from '../check.js';
import { expectStatus } from '../judge/expect.js';
import { completeOptions } from '../options.js';
import type { RequirementId } from '../requirement.js';
import { dealt } from './deal.js';
import type { Explorer } from './explorer.js';
import { parseShard, Share } from './shard.js';

const caseOf = (id: RequirementId, requests: number) => ({
  ...scenario(id, { when: (world) => world.list(), then: (reply) => expectStatus(reply, 200) }),
  cost: { requests, inputs: 2 },
});
const judge: Rule = {
  ...rule('HTTP-1', { over: 'exchange', check: () => undefined }),
  shownBy: { 'GET-2': ['a'], 'LIST-1': ['b', 'c'] },
};
const checks = [caseOf('GET-1', 9), caseOf('GET-2', 5), caseOf('LIST-1', 4), caseOf('LIST-2', 1), judge];
const explorer: Explorer = {
  judges: ['GET-1'],
  lanes: 2,
  requestsEach: 10,
  explore: async () => ({ discoveries: [], judged: 0 }),
};

function share(part: number, of: number, wanted: readonly RequirementId[], explorers: readonly Explorer[] = []) {
  const options = completeOptions({ seed: 1, sequences: 2, shard: { part, of } });
  return new Share({ ...options, checks, wanted: (id) => wanted.includes(id), explorers });
}

test.each(['0/2', '3/2', '2', '1/0', 'a/b', '-1/2', '1/1001', '1/2/3', ''])('the part %s is refused', (text) => {
  expect(() => parseShard(text, '--shard')).toThrow(/--shard must be a part .* such as 2\/4, but it is/);
});

test('units are dealt so that the parts cost about the same, each once', () => {
  const units = [7, 1, 3, 2, 5, 4, 2].map((cost, index) => ({ name: String(index), cost }));
  const partOf = dealt(units, 3);
  const costs = [1, 2, 3].map((part) =>
    units.reduce((sum, { name, cost }) => sum + (partOf.get(name) === part ? cost : 0), 0),
  );
  expect(costs).toEqual([9, 8, 7]);
  expect(partOf.size).toBe(7);
});

test('each case and each lane belongs to one part, whatever the part that asks', () => {
  const all = ['GET-1', 'GET-2', 'LIST-1', 'LIST-2', 'HTTP-1'] as const;
  for (const part of [1, 2, 3]) {
    const own = share(part, 3, all, [explorer]);
    const others = [1, 2, 3].filter((other) => other !== part).map((other) => share(other, 3, all, [explorer]));
    for (const id of all.slice(0, 4)) expect(others.some((other) => other.has({ id }))).toBe(!own.has({ id }));
    for (const lane of [0, 1]) expect(others.some((other) => other.hasLane(0, lane))).toBe(!own.hasLane(0, lane));
  }
});

test('what is not selected does not count', () => {
  const parts = [share(1, 2, ['GET-2', 'LIST-1']), share(2, 2, ['GET-2', 'LIST-1'])];
  expect(parts.map((one) => one.has({ id: 'GET-2' }) && one.has({ id: 'LIST-1' }))).toEqual([false, false]);
});

test('a rule belongs to the part that plays most of the inputs that show it', () => {
  const parts = [share(1, 2, ['HTTP-1']), share(2, 2, ['HTTP-1'])];
  const [owner] = parts.filter((one) => one.owns({ id: 'HTTP-1' }));
  expect(parts.filter((one) => one.owns({ id: 'HTTP-1' }))).toHaveLength(1);
  expect(owner?.has({ id: 'LIST-1' })).toBe(true);
});
