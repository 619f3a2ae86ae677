import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the client for browsers is smaller than 10 kB, and needs no other package', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: "export { createSecurityActionsClient } from './client.js';",
      resolveDir: join(import.meta.dirname, '../generated'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  expect(outputFiles[0]?.contents.length).toBeLessThan(10_000);
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('node_modules'))).toEqual([]);
});
