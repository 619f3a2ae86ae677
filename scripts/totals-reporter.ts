import type { Reporter, TestModule } from 'vitest/node';

/** Prints one line of totals at the end of a test run, for tools that do not parse the summary of Vitest. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      // A file that cannot be loaded has no tests, but counts as a failure.
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    // The default reporter prints its summary in the same event; the totals follow it.
    setImmediate(() =>
      console.log(`${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`),
    );
  }
}
