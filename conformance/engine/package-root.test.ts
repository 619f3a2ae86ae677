import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot, rootAbove } from './package-root.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-root-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function nest(...parts: string[]): string {
  const path = join(folder, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

test('finds the folder of this package and keeps to it', () => {
  expect(packageRoot()).toBe(process.cwd());
  expect(packageRoot()).toBe(packageRoot());
});

test('passes by packages of other names and files that cannot be read', () => {
  const ours = nest('ours');
  writeFileSync(join(ours, 'package.json'), '{ "name": "security-actions-contract" }');
  const other = nest('ours', 'dist', 'other');
  writeFileSync(join(other, 'package.json'), '{ "name": "other" }');
  writeFileSync(join(ours, 'dist', 'package.json'), '{ broken');
  expect(rootAbove(nest('ours', 'dist', 'other', 'deep'))).toBe(ours);
});

test('says where it looked when there is nothing to find', () => {
  const lost = nest('lost');
  expect(() => rootAbove(lost)).toThrow(`no folder from ${lost} upwards`);
});
