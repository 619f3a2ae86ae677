import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wrongImports } from './import-direction.js';

const root = join(import.meta.dirname, '..');
const folders = ['generated', 'conformance', 'fixtures', 'scripts'];

test('imports go in the direction that ARCHITECTURE.md names', async () => {
  const wrong: string[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(join(root, folder), { recursive: true })) {
      const file = `${folder}/${entry.replaceAll('\\', '/')}`;
      if (!/\.(ts|js|mjs)$/.test(file) || file.endsWith('.test.ts')) continue;
      wrong.push(...wrongImports(file, await readFile(join(root, file), 'utf8')));
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['generated/client.ts', "import { run } from '../conformance/engine/run/run.js';"],
  ['conformance/kit/run.ts', "import { text } from '../report/text.js';"],
  ['conformance/kit/run.ts', "import '../cases/create/a.js';"],
  ['conformance/kit/run.ts', "const all = await import('../rules/http/a.js');"],
  ['conformance/lifecycle/model.ts', "import type { Case } from '../kit/case.js';"],
  ['conformance/cases/create/a.ts', "import { statuses } from '../../../generated/lifecycle.js';"],
  ['conformance/cases/create/a.ts', "import rule from '../../rules/create/a.js';"],
  ['conformance/report/text.ts', "import { isObject } from '../kit/reply.js';"],
  ['conformance/report/text.ts', "import { type Reply } from '../kit/reply.js';"],
  ['conformance/report/text.ts', "import type { Level } from '../../generated/requirements.js';"],
  ['conformance/reference/app.ts', "import { packageRoot } from '../kit/package-root.js';"],
  ['conformance/reference/app.ts', "export type { Reply } from '../kit/reply.js';"],
  ['conformance/mock/start.ts', "import { sender } from '../kit/sender.js';"],
  ['conformance/proof/mutants.ts', "import { serve } from '../cli/serve.js';"],
  ['conformance/index.ts', "export { main } from './cli/main.js';"],
  ['conformance/cli/check.ts', "import { generators } from '../../scripts/generate/outputs.js';"],
])('%s may not say %s', (file, text) => {
  expect(wrongImports(file, text)).toEqual([expect.stringContaining(file)]);
});

test.each([
  [
    'conformance/kit/run.ts',
    "import { statuses } from '../../generated/lifecycle.js'; import { next } from '../lifecycle/model.js';",
  ],
  ['conformance/cases/create/a.ts', "import { scenario } from '../../kit/case.js';"],
  ['conformance/report/text.ts', "import type { Reply } from '../kit/reply.js'; import { table } from './table.js';"],
  ['conformance/mock/start.ts', "import { packageRoot } from '../kit/package-root.js';"],
  [
    'conformance/cli/main.ts',
    "import { run } from '../kit/run.js'; import { serve } from './serve.js'; import 'hono';",
  ],
  ['conformance/index.ts', "export * from './kit/run.js'; export * from '../generated/client.js';"],
])('%s may say %s', (file, text) => {
  expect(wrongImports(file, text)).toEqual([]);
});
