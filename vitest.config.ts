import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{conformance,scripts,generated,fixtures}/**/*.test.ts'],
    reporters: ['default', './scripts/totals-reporter.ts'],
    testTimeout: 30_000,
  },
});
