import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../engine/package-root.js';
import { pages } from './write.js';

test('the pages of the proof are up to date: else run npm run proof -- --write', async () => {
  for (const [path, text] of await pages()) {
    expect(await readFile(join(packageRoot(), path), 'utf8').catch(() => 'absent'), path).toBe(text);
  }
}, 60_000);
