import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Result } from '../engine/run/outcome.js';
import { jsonReport } from './exports/json.js';
import { terminalReport } from './terminal/terminal.js';
import { fault, results } from './testing/arbitraries.js';
import { finished, recordOf, settings } from './testing/values.js';

test('hostile text sends no control characters to a terminal', () => {
  fc.assert(
    fc.property(results, fc.boolean(), fault, (all, verbose, fault) => {
      for (const ended of [finished(all), fault])
        expect(terminalReport(recordOf(all, ended), { ...settings, verbose })).not.toMatch(
          /[^\n\t\u0020-\u007e\u00a0-\u{10ffff}]|[\ud800-\udfff\u2028-\u202e\u2066-\u2069]/u,
        );
    }),
  );
});

test('hostile text cannot add a verdict or a heading to the report', () => {
  fc.assert(
    fc.property(results, fc.boolean(), fault, (drawn, verbose, fault) => {
      // The report shortens a long section, so one outcome for all results is tried as well.
      for (const outcome of [undefined, 'inconclusive', 'failed'] as const) {
        const all = drawn.map((one) => (outcome ? { ...one, outcome } : one));
        const failed = all.some(({ level, outcome }) => level === 'MUST' && outcome === 'failed');
        for (const ended of [finished(all), fault]) {
          const text = terminalReport(recordOf(all, ended), { ...settings, verbose });
          expect(text.match(/^the target: /gm)).toHaveLength(1);
          expect(text.match(/^── Failed MUST requirements: /gm) ?? []).toHaveLength(failed ? 1 : 0);
        }
      }
    }),
  );
});

test('JSON repeats hostile text unchanged', () => {
  fc.assert(
    fc.property(results, (all) => {
      const report = JSON.parse(jsonReport(recordOf(all, finished(all)), settings));
      for (const { id, reason, findings } of all) {
        const shown = report.results.find((one: Result) => one.id === id);
        expect(shown.reason).toEqual(reason);
        const [finding] = findings;
        if (finding) expect({ ...shown.findings[0], exchange: undefined }).toEqual({ ...finding, exchange: undefined });
      }
    }),
  );
});
