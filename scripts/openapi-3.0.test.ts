import { join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

test.each(['openapi.json', 'openapi-3.0.json'])('generated/%s is valid, and so are its examples', async (file) => {
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-server-variables-empty-enum': 'error',
    },
  });
  const problems = await lint({ ref: join(import.meta.dirname, '../generated', file), config });
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
});
