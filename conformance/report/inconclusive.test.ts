import { describe, expect, test } from 'vitest';
import type { Result } from '../engine/run/outcome.js';
import { terminalReport } from './terminal/terminal.js';
import { exchangeOf, finished, recordOf, resultOf, settings } from './testing/values.js';

/** An inconclusive MUST with this reason, and with an exchange of this status if one is given. */
function inconclusive(id: string, kind: Result['reason']['kind'], detail: string, status?: number): Result {
  const exchange = exchangeOf('');
  const response = status === undefined ? undefined : { status, headers: new Headers(), body: '' };
  const finding = response ? { exchange: { ...exchange, response } } : {};
  return { ...resultOf({ id, level: 'MUST', outcome: 'inconclusive', finding }), reason: { kind, detail } };
}

function report(results: readonly Result[]): string {
  return terminalReport(recordOf(results, finished(results)), settings);
}

describe('inconclusive requirements', () => {
  test('are one paragraph when kind, operation and status agree, although the ids in the details differ', () => {
    const results = Array.from({ length: 9 }, (_, index) =>
      inconclusive(`GET-${index + 1}`, 'precondition', `action ${index} is gone`, 404),
    );
    const text = report(results);
    expect(text).toContain('── Inconclusive: 9\n\n? 9 requirements (9 MUST): action 0 is gone\n');
    expect(text.match(/^\? /gm)).toHaveLength(1);
    expect(text).toContain('security-actions explain GET-1\n');
  });

  test('are separate paragraphs when the kind or the status differs', () => {
    const text = report([
      inconclusive('GET-1', 'precondition', 'same', 404),
      inconclusive('GET-2', 'precondition', 'same', 500),
      inconclusive('GET-3', 'throttled', 'same', 500),
    ]);
    expect(text.match(/^\? /gm)).toHaveLength(3);
  });

  test('are one paragraph when the reasons are equal and only one has an exchange', () => {
    const text = report([
      inconclusive('GET-1', 'precondition', 'same'),
      inconclusive('GET-2', 'precondition', 'same', 404),
    ]);
    expect(text.match(/^\? .*$/gm)).toEqual(['? 2 requirements (2 MUST): same']);
  });

  test('without an exchange are one paragraph when the reasons are equal', () => {
    const text = report([
      inconclusive('GET-1', 'no-input', 'a'),
      inconclusive('GET-2', 'no-input', 'a'),
      inconclusive('GET-3', 'no-input', 'b'),
    ]);
    const paragraphs = [...text.matchAll(/^\? (.*)$/gm)].map(([, line]) => line);
    expect(paragraphs).toEqual(['2 requirements (2 MUST): a', '1 requirement (1 MUST): b']);
  });
});
