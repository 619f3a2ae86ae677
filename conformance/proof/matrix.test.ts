import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requirements } from '../../generated/requirements.js';
import { packageRoot } from '../kit/package-root.js';
import { allSlips } from './load.js';

const page = await readFile(join(packageRoot(), 'conformance/proof/MATRIX.md'), 'utf8');
const slips = await allSlips();

/** The cells of each row that begins with the id of a requirement. */
const rows = page
  .split('\n')
  .filter((line) => /^\| [A-Z]+-\d+ \|/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map((cells) => cells.slice(1, -1));

test('every requirement of the catalogue stands on the page once, and nothing else does', () => {
  expect(rows.map(([id]) => id).sort()).toEqual(Object.keys(requirements).sort());
});

test('no cell of a requirement is blank', () => {
  const wrong = rows.filter(
    (cells) => cells.length !== 8 || cells.some((cell) => cell === '' || /undefined|\*\*none/.test(cell)),
  );
  expect(wrong).toEqual([]);
});

test.each(Object.values(requirements))('$id says how it is checked and by which slips, or why not', (requirement) => {
  const { id, level, basis, says, source, checks, untested } = requirement;
  const cells = rows.find(([one]) => one === id) ?? [];
  const [, ...facts] = cells.map((cell) => cell.replaceAll('\\|', '|'));
  const [, , , , check = '', noticed = ''] = facts;
  expect(facts.slice(0, 4)).toEqual([level, basis, says, source.join('; ')]);
  const own = slips.filter(({ breaks }) => breaks === id);
  if (checks.length === 0) {
    expect(untested).toBeTruthy();
    expect(check).toBe(`untested: ${untested}`);
  } else {
    for (const { file } of checks) expect(check).toContain(`](../../${file})`);
    expect(own.length).toBeGreaterThan(0);
    for (const { story, by } of own) expect(noticed).toContain(by ? `${story} (${by})` : story);
  }
});
