import { beforeAll, describe, expect, test } from 'vitest';
import { requirements } from '../generated/requirements.js';
import type { RunEvent } from './engine/run/events.js';
import type { Outcome, Result } from './engine/run/outcome.js';
import { conform } from './index.js';
import { embeddedTarget } from './targets.js';

const rows = Object.values(requirements);
describe.each(['reference', 'mock'] as const)('a whole run on the %s', (name) => {
  const events: RunEvent[] = [];
  let results: readonly Result[];

  beforeAll(async () => {
    const { target, close } = await embeddedTarget(name);
    await conform(target, { seed: 1 }, (event) => events.push(event)).finally(close);
    results = events.flatMap((event) => (event.type === 'decided' ? [event.result] : []));
  }, 60_000);

  const ids = (chosen: readonly Result[]) => chosen.map(({ id, reason }) => `${id}: ${reason.kind}: ${reason.detail}`);
  const musts = (outcome: Outcome) => results.filter((one) => one.level === 'MUST' && one.outcome === outcome);

  test('tells every row once, none of them left out', () => {
    expect(results.map(({ id }) => id).sort()).toEqual(Object.keys(requirements).sort());
    expect(ids(results.filter(({ outcome }) => outcome === 'not-selected'))).toEqual([]);
  });

  test('leaves no MUST violated or undecided', () => {
    expect(ids(musts('failed'))).toEqual([]);
    expect(ids(musts('inconclusive'))).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'conformant', exitCode: 0 });
  });

  test('holds with evidence, and says why where a row is not applicable', () => {
    for (const { id, outcome, judged, reason } of results) {
      if (outcome === 'passed') expect([id, judged > 0]).toEqual([id, true]);
      if (outcome === 'not-applicable') expect([id, reason.detail.length > 10]).toEqual([id, true]);
    }
  });

  test('counts', () => {
    const finished = events.at(-1);
    if (finished?.type !== 'finished') throw new Error(`the run ended with ${finished?.type}`);
    for (const [level, row] of Object.entries(finished.tally)) {
      const told = Object.entries(row).map(([outcome, count]) => `${count} ${outcome}`);
      console.log(`${name}: ${rows.filter((one) => one.level === level).length} ${level}: ${told.join(', ')}`);
    }
    const told = Object.values(finished.tally).flatMap((row) => Object.values(row));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  // Only what the reference cannot be asked at all may stay open on it.
  if (name === 'reference') {
    test('holds every MUST that it can be asked', () => {
      const lacking = /^untested: |^no \d+ was seen$|^feature (vendors|names-required) is not offered/;
      expect(ids(musts('not-applicable')).filter((line) => !lacking.test(line.replace(/^\S+: /, '')))).toEqual([]);
      expect(musts('passed').length).toBeGreaterThan(100);
    });
  }

  if (name === 'mock') {
    test('holds a good part of the MUSTs without a memory, every operation among them', () => {
      expect(musts('passed').length).toBeGreaterThan(50);
      const held = new Set(musts('passed').flatMap(({ id }) => requirements[id].operations));
      expect([...held].sort()).toEqual(['cancel', 'create', 'get', 'list', 'update']);
    });
  }
});
