import fc from 'fast-check';
import type { Finding } from '../../engine/judge/violation.js';
import { levels } from '../../engine/requirement.js';
import type { RunEvent } from '../../engine/run/events.js';
import type { Result } from '../../engine/run/outcome.js';
import { outcomes } from '../../engine/run/outcome.js';
import { exchangeOf, resultOf } from './values.js';

/** Text that a target could send to change how a report looks. */
const tricks = fc.constantFrom(
  '\n',
  '\r\n',
  '\t',
  '\u001b[2J\u001b[31m',
  '\u009b1A',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ud800',
  '\udfff',
  '\uffff',
  '\nMUST         9        0        0        0        0',
  '\nthe target: conformant: 9 MUST requirements passed (exit 0; 1 request)',
  '</failure></testcase><testcase name="x"/>',
  '<![CDATA[',
  ']]>',
  '&',
  '&bogus;',
  '"',
  "'",
  '\n── Failed MUST requirements: 0',
);

/** Text that a hostile target might send. */
export const hostile = fc
  .array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((all) => all.join(''));

const finding: fc.Arbitrary<Partial<Finding>> = fc.record(
  {
    ...{
      message: hostile,
      expected: hostile,
      received: hostile,
      at: hostile.map((text) => `header x${text}` as const),
      diagram: hostile,
      replay: hostile,
    },
    counterexample: fc.array(hostile, { maxLength: 60 }),
    exchange: hostile.map(exchangeOf),
  },
  { requiredKeys: ['message', 'expected', 'received'] },
);

const result: fc.Arbitrary<Result> = fc
  .record(
    {
      id: fc
        .tuple(fc.constantFrom('CREATE', 'LIST', 'HTTP'), fc.integer({ min: 1, max: 999 }))
        .map((both) => both.join('-')),
      level: fc.constantFrom(...levels),
      outcome: fc.constantFrom(...outcomes),
      why: hostile,
      finding,
    },
    { requiredKeys: ['id', 'level', 'outcome', 'why'] },
  )
  .map(resultOf);

/** Results of a run: any level, outcome and text, and no id twice. */
export const results = fc.uniqueArray(result, { selector: ({ id }) => id, maxLength: 40, size: 'max' });
/** Results of a run that checked nothing. */
export const notChecked = results.map((all) =>
  all.map((one, index): Result => ({ ...one, outcome: index % 2 ? 'not-selected' : 'not-applicable' })),
);

/** Why a run ended early, with text from the target in it. */
export const fault = hostile.map((text): Extract<RunEvent, { type: 'fault' }> => {
  return { type: 'fault', message: `the target cannot be reached: ${text}`, exitCode: 69 };
});
