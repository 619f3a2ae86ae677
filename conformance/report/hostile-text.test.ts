import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Result } from '../engine/run/outcome.js';
import { jsonReport } from './json.js';
import { terminalReport } from './terminal.js';
import { fault, results } from './testing/arbitraries.js';
import { finished, recordOf, settings } from './testing/values.js';

test('a terminal is sent nothing but text', () => {
  fc.assert(
    fc.property(results, fc.boolean(), fault, (all, verbose, fault) => {
      for (const ended of [finished(all), fault])
        expect(terminalReport(recordOf(all, ended), { ...settings, verbose })).not.toMatch(
          /[^\n\t\u0020-\u007e\u00a0-\u{10ffff}]|[\ud800-\udfff\u2028-\u202e\u2066-\u2069]/u,
        );
    }),
  );
});

test('it has no line of its own in the report', () => {
  fc.assert(
    fc.property(results, fc.boolean(), fault, (drawn, verbose, fault) => {
      // Many of one outcome are told otherwise than a few.
      for (const outcome of [undefined, 'inconclusive', 'failed'] as const) {
        const all = drawn.map((one) => (outcome ? { ...one, outcome } : one));
        const violated = all.some(({ level, outcome }) => level === 'MUST' && outcome === 'failed');
        for (const ended of [finished(all), fault]) {
          const text = terminalReport(recordOf(all, ended), { ...settings, verbose });
          expect(text.match(/^the target: /gm)).toHaveLength(1);
          expect(text.match(/^── MUST failed: /gm) ?? []).toHaveLength(violated ? 1 : 0);
        }
      }
    }),
  );
});

test('JSON gives it back as it was', () => {
  fc.assert(
    fc.property(results, (all) => {
      const report = JSON.parse(jsonReport(recordOf(all, finished(all)), settings.says));
      for (const { id, reason, findings } of all) {
        const { message, expected, received, at, counterexample, diagram, replay } = findings[0] ?? {};
        const shown = report.results.find((one: Result) => one.id === id);
        expect(shown.reason).toEqual(reason);
        if (findings.length > 0)
          expect({ ...shown.findings[0], exchange: undefined }).toEqual({
            message,
            expected,
            received,
            at,
            counterexample,
            diagram,
            replay,
            input: '',
            exchange: undefined,
          });
      }
    }),
  );
});
