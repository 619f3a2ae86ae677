import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { requirements, type Source } from '../generated/requirements.js';

const all = Object.values(requirements).flatMap(({ id, source }) => source.map((one) => ({ id, ...one })));

function name({ key, title, place }: Source): string {
  return `${key}, ${title}: ${place}`;
}

test('every requirement has a source', () => {
  const without = Object.values(requirements).filter(({ source }) => source.length === 0);
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('every decision is in the package at its place', () => {
  const decisions = all.filter(({ key }) => key === 'decision');
  expect(decisions.length).toBeGreaterThan(0);
  const missing = decisions.filter(({ place }) => !existsSync(fileURLToPath(new URL(`../${place}`, import.meta.url))));
  expect(missing.map(name)).toEqual([]);
});

test('every other source has an https URL, or its title says that the page is not public', () => {
  const closed = all.filter(({ key, url }) => key !== 'decision' && !url?.startsWith('https://'));
  expect([...new Set(closed.map(({ key }) => key))].sort()).toEqual([
    'permission-readwrite',
    'resource-generated',
    'update-generated',
  ]);
  for (const { title } of closed) expect(title).toMatch(/unpublished page|copy without an address/);
});
