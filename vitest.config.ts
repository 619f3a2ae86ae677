import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{conformance,scripts,generated,fixtures}/**/*.test.ts'],
    reporters: ['default', './scripts/totals-reporter.ts'],
    testTimeout: 30_000,
    // Test files share the modules of their worker, because no test changes one; loading the kit for each file takes half of the time.
    isolate: false,
  },
});
