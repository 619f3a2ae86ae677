import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { requirements } from '../generated/requirements.js';
import type { RunEvent } from './engine/run/events.js';
import type { Outcome, Result } from './engine/run/outcome.js';
import { conform } from './index.js';
import { embeddedTarget } from './targets.js';

describe.each(['reference', 'mock'] as const)('a run against the %s', (name) => {
  const events: RunEvent[] = [];
  let results: readonly Result[];

  beforeAll(async () => {
    const { target, close } = await embeddedTarget(name);
    await conform(target, { seed: 1 }, (event) => events.push(event)).finally(close);
    results = events.flatMap((event) => (event.type === 'decided' ? [event.result] : []));
  }, 60_000);

  const sentences = (chosen: readonly Result[]) =>
    chosen.map(({ id, reason }) => `${id}: ${reason.kind}: ${reason.detail}`);
  const musts = (outcome: Outcome) => results.filter((one) => one.level === 'MUST' && one.outcome === outcome);

  test('decides every requirement once', () => {
    expect(results.map(({ id }) => id).sort()).toEqual(Object.keys(requirements).sort());
    expect(sentences(results.filter(({ outcome }) => outcome === 'not-selected'))).toEqual([]);
  });

  test('reports no MUST as failed or inconclusive', () => {
    expect(sentences(musts('failed'))).toEqual([]);
    expect(sentences(musts('inconclusive'))).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'conformant', exitCode: 0 });
  });

  test('passes requirements with at least one judgement', () => {
    expect(results.filter(({ outcome, judged }) => outcome === 'passed' && judged === 0)).toEqual([]);
  });

  test('counts each requirement once in its tally', () => {
    const finished = events.at(-1);
    if (finished?.type !== 'finished') throw new Error(`the run ended with ${finished?.type}`);
    const counts = Object.values(finished.tally).flatMap((byOutcome) => Object.values(byOutcome));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(results.length);
  });

  test('has the outcomes on the page that compares implementations', () => {
    const [rows, column] = [pageRows(), pageHeads().indexOf(name)];
    expect(rows.map(([id]) => id).sort()).toEqual(Object.keys(requirements).sort());
    const cells = new Map(rows.map((cells) => [cells[0], cells[column]?.replaceAll('*', '')]));
    const wrong = results.filter(({ id, outcome }) => cells.get(id) !== outcome.replace('not-applicable', 'n/a'));
    expect(sentences(wrong), 'npm run matrix writes the page').toEqual([]);
  });

  if (name === 'reference') {
    test('passes every MUST but those that need another target or never occur', () => {
      const others = results.filter(({ level, outcome }) => level === 'MUST' && outcome !== 'passed');
      expect(others.map(({ id, reason }) => `${id} ${reason.kind}`).sort()).toEqual([
        'CREATE-35 feature',
        'HTTP-7 not-observed',
      ]);
    });
  }

  if (name === 'mock') {
    test('passes MUSTs of every operation that need no state', () => {
      expect(musts('passed').length).toBeGreaterThan(50);
      const operations = new Set(musts('passed').flatMap(({ id }) => requirements[id].operations));
      expect([...operations].sort()).toEqual(['cancel', 'create', 'get', 'list', 'update']);
    });
  }
});

/** The table rows of the page, split into cells. */
const pageCells = () =>
  readFileSync('docs/matrix.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/ ?(?<!\\)\| ?/).slice(1, -1));

const pageHeads = () => pageCells().find(([first]) => first === 'requirement') ?? [];

/** The rows of requirements, with the id alone in the first cell. */
const pageRows = () =>
  pageCells().flatMap(([first = '', ...cells]) => {
    const [, id] = /^\*\*([A-Z]+-\d+)\*\*/.exec(first) ?? [];
    return id === undefined ? [] : [[id, ...cells]];
  });
