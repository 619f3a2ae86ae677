import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../conformance/engine/package-root.js';

/** Most files that a folder of code holds side by side. A folder of checks has as many as its area has requirements. */
const mostFiles = 30;

test('no folder of code holds more files than a reader can survey', () => {
  const counts = new Map<string, number>();
  for (const top of ['conformance', 'scripts']) {
    for (const file of readdirSync(join(packageRoot(), top), { recursive: true, encoding: 'utf8' })) {
      const folder = join(top, dirname(file)).replaceAll('\\', '/');
      if (!file.endsWith('.ts') || folder.includes('node_modules') || folder.startsWith('conformance/checks/'))
        continue;
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  expect(counts.size).toBeGreaterThan(50);
  expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
});
