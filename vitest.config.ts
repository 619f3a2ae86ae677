import { defineConfig } from 'vitest/config';
import LongestFirst from './scripts/longest-first.js';

export default defineConfig({
  test: {
    include: ['{conformance,scripts,generated,fixtures}/**/*.test.ts'],
    reporters: ['default', './scripts/totals-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default, Vitest leaves one processor unused, which is half of a machine with two; many tests wait for a target.
    maxWorkers: '100%',
    // Test files share the modules of their worker, because no test changes one; loading the kit for each file takes half of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
