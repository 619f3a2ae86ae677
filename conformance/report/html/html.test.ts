import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cause } from '../../engine/cause/cause.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Result } from '../../engine/run/outcome.js';
import type { RunRecord } from '../record.js';
import { fault, results } from '../testing/arbitraries.js';
import { exchangeOf, finished, recordOf, settings as reportSettings, resultOf } from '../testing/values.js';
import { CloselyShown } from './observed/closely-shown.js';
import { Observer } from './observed/observer.js';
import { htmlReport } from './page.js';
import type { HtmlSettings } from './settings.js';

const settings: HtmlSettings = {
  ...reportSettings,
  about: {
    kit: { name: 'security-actions-contract', version: '1.2.3' },
    digests: { contract: 'c0', catalogue: 'ca' },
    node: 'v20.20.0',
    platform: 'linux',
    startedAt: '2026-01-01T00:00:00.000Z',
  },
  lifecycle: {
    statuses: ['NotStarted', 'Running', 'Completed'],
    initial: 'NotStarted',
    final: ['Completed'],
    transitions: [{ from: 'NotStarted', to: 'Running', by: ['client'] }],
  },
  documented: { get: [200, 404] },
  isComplete: true,
};

function page(record: RunRecord, exchanges: readonly Exchange[] = [], more: Partial<HtmlSettings> = {}): string {
  const observer = new Observer(settings.lifecycle);
  for (const one of exchanges) observer.add(one);
  observer.end({});
  const closely = new CloselyShown(record);
  closely.add(exchanges);
  return htmlReport(record, observer.observed(record, closely), { ...settings, ...more });
}

const pageOf = (all: readonly Result[], more?: Partial<HtmlSettings>) => page(recordOf(all, finished(all)), [], more);
const failed = (id: string, more: Partial<Parameters<typeof resultOf>[0]> = {}) =>
  resultOf({ id, level: 'MUST', outcome: 'failed', finding: { exchange: exchangeOf(id) }, ...more });

/** Expects that a page has these texts one after the other. */
function inOrder(html: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const place = html.indexOf(text, from);
    expect(place, text).toBeGreaterThan(-1);
    from = place + text.length;
  }
}

describe('the HTML report', () => {
  test('shows verdict, score, failed MUSTs, inconclusive ones, warnings and then everything', () => {
    const all = [
      resultOf({ id: 'GET-1', level: 'MUST', outcome: 'passed' }),
      resultOf({ id: 'GET-2', level: 'SHOULD', outcome: 'failed', finding: {} }),
      resultOf({ id: 'GET-3', level: 'MUST', outcome: 'inconclusive', why: 'no action was created' }),
      failed('GET-4'),
    ];
    inOrder(pageOf(all), [
      '>Not conformant</span>',
      '1 of 3 (33.3 %)',
      'responds to every request with an empty list',
      'id="failed"',
      'id="GET-4"',
      'id="inconclusive"',
      'no action was created',
      'To decide',
      'id="warnings"',
      'id="GET-2"',
      'id="seen"',
      'id="requirements"',
    ]);
  });

  test('shows of a failure its statement, sources, both sides, exchange and commands', () => {
    const exchange = { ...exchangeOf('{"name":null,"n":1.0}'), number: 17 };
    const finding = { expected: '{"name":"a","x":1}', received: '{"name":null,"x":1}', at: '/name' as const, exchange };
    inOrder(pageOf([failed('GET-4', { finding })]).replaceAll(/<\/?span>/g, ''), [
      'The statement of GET-4.',
      '<del>−   &quot;name&quot;: &quot;a&quot;</del>',
      '<ins>+   &quot;name&quot;: null</ins>',
      'id="exchange-17" open',
      '<mark>',
      '&quot;n&quot;: 1.0',
      'curl -i -X GET',
      '<a href="https://docs.example/response" rel="noopener noreferrer">The reference</a>',
      'rerun GET-4 --seed 7',
    ]);
  });

  test('has one place for each result: under its cause, under the result that it follows from, or on its own', () => {
    const all = ['GET-1', 'GET-2', 'GET-3', 'GET-4'].map((id) => failed(id));
    const cause = { kind: 'cache', says: 'a cache responds', detail: 'twice', remedy: 'bypass it', evidence: [] };
    const record: RunRecord = {
      ...recordOf(all, finished(all)),
      explained: {
        type: 'explained',
        causes: [{ ...cause, requirements: ['GET-4'] } as Cause],
        consequences: [
          { id: 'GET-1', of: 'GET-3', because: 'it reads the same action' },
          // Two that follow from each other have no root.
          { id: 'GET-2', of: 'GET-2', because: 'of itself' },
        ] as never,
      },
    };
    const html = page(record);
    for (const { id } of all) expect(html.split(`id="${id}"`).length, id).toBe(2);
    inOrder(html, ['a cache responds', 'id="GET-4"', 'id="failed"', 'id="GET-3"', 'Therefore also', 'id="GET-1"']);
  });

  test('shows the statements of inconclusive requirements below their common reason, and marks code in the titles of sources', () => {
    const open = ['GET-1', 'GET-2'].map((id) =>
      resultOf({ id, level: 'MUST', outcome: 'inconclusive', why: 'no action was created' }),
    );
    const [first, second] = open as [Result, Result];
    const html = pageOf([{ ...first, source: [{ key: 'page', title: 'About `id`', place: 'Text' }] }, second]);
    inOrder(html, [
      '<h3>no action was created</h3>',
      '2 MUST requirements',
      '<span class="brief">The statement of GET-1.</span>',
      'About <code>id</code>',
      '<span class="brief">The statement of GET-2.</span>',
    ]);
  });

  test('shows of each passed requirement what was seen: of a rule, the first exchange that it judged', () => {
    const passed = (id: string, firstJudged?: number) => ({
      ...resultOf({ id, level: 'MUST' as const, outcome: 'passed' as const }),
      ...(firstJudged !== undefined && { firstJudged }),
    });
    const record = recordOf(
      [passed('GET-1', 2), passed('GET-2', 2), passed('GET-3', 3), passed('GET-4')],
      finished([]),
    );
    const html = page(
      record,
      [1, 2, 3].map((number) => ({ ...exchangeOf(`the body of ${number}`), number })),
    );
    const rows = html.split('<tr data-area').slice(1);
    const seen = rows.map((row) => [
      /class="id">([A-Z0-9-]+)</.exec(row)?.[1],
      /the body of \d|request \d, shown above/.exec(row)?.[0],
    ]);
    expect(seen).toEqual([
      ['GET-1', 'the body of 2'],
      ['GET-2', 'request 2, shown above'],
      ['GET-3', 'the body of 3'],
      ['GET-4', undefined],
    ]);
  });

  test('shows known failures as known, and never as passed', () => {
    const all = [failed('GET-1'), resultOf({ id: 'GET-2', level: 'MUST', outcome: 'passed' })];
    const known = [
      { requirement: 'GET-1', outcome: 'failed', reason: 'It will be corrected.', expires: '2027-01-01', line: 1 },
    ];
    const record = recordOf(all, finished(all));
    const html = page({
      ...record,
      finished: {
        ...record.finished,
        baseline: { file: 'known.yaml', known, problems: [{ message: 'GET-2 passes now' }] },
      } as never,
    });
    expect(html).not.toContain('id="failed"');
    const accepted = 'It will be corrected; accepted until 2027-01-01';
    inOrder(html, ['1 of 2 (50 %)', 'id="known"', accepted, 'id="stale"', 'GET-2 passes now', 'Failed, known']);
  });

  test('never shows a verdict for a record without its end, or a run that ended early', () => {
    const all = [resultOf({ id: 'GET-1', level: 'MUST', outcome: 'passed' })];
    expect(pageOf(all, { isComplete: false })).toContain('>Incomplete</span>');
    const early = page(recordOf(all, { type: 'fault', message: 'the target is unreachable', exitCode: 69 }));
    expect(early).toContain('>No verdict</span>');
    for (const html of [pageOf(all, { isComplete: false }), early]) expect(html).not.toMatch(/>Conformant</);
  });

  test('allows only its own style and script, and links only to http and https', () => {
    const source = [{ key: 'x', title: 'a page', place: 'here', url: "javascript:alert('x')" }];
    const html = pageOf([{ ...failed('GET-1'), source }]);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    const digest = (tag: string) => {
      const [, content = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html) ?? [];
      return `&#39;sha256-${createHash('sha256').update(content).digest('base64')}&#39;`;
    };
    expect(policy).toMatch(/^default-src &#39;none&#39;; /);
    expect(policy).toContain(`style-src ${digest('style')};`);
    expect(policy).toContain(`script-src ${digest('script')};`);
    expect(html).not.toMatch(/href="(?!#|https:\/\/docs\.example\/)/);
    expect(html).not.toContain('javascript:alert');
  });

  test('escapes every text, whatever it contains', () => {
    fc.assert(
      fc.property(results, fault, fc.boolean(), (all, ended, isEarly) => {
        const html = page(recordOf(all, isEarly ? ended : finished(all)), all.flatMap(exchangesIn));
        const shell = page(recordOf([], finished([])));
        const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
        expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/);
        expect(count(html, /<script/g)).toBe(count(shell, /<script/g));
        expect(html).not.toMatch(/<testcase|<!\[CDATA/);
      }),
      { numRuns: 40 },
    );
  });

  test('has at most 3 MB, whatever the target sends', () => {
    const long = `{"text":"${'<é&>'.repeat(8_000)}"}`;
    const headers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x-${index}`, '"'.repeat(4_000)]));
    const all = Array.from({ length: 220 }, (_, index) => {
      const findings = Array.from({ length: 5 }, (_, place) => {
        const exchange = { ...exchangeOf(long), number: index * 5 + place };
        const request = { ...exchange.request, headers, body: long };
        return {
          input: `input ${place}`,
          message: long,
          expected: long,
          received: `${long} `,
          exchange: { ...exchange, request },
        };
      });
      return { ...failed(`GET-${index + 1}`), findings };
    });
    const html = pageOf(all);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(3_000_000);
    for (const { id } of all) expect(html).toContain(`id="${id}"`);
  });
});

function exchangesIn({ findings }: Result): readonly Exchange[] {
  return findings.flatMap(({ exchange }) => exchange ?? []);
}
