import { expect, test } from 'vitest';
import type { Exchange } from '../evidence/exchange.js';
import { exchange } from '../testing.js';
import { diagram } from './diagram.js';
import type { RoundExplanation } from './explain.js';
import type { Round } from './round.js';
import { timeline, timelineLines } from './timeline.js';

const action = { id: '1', status: 'NotStarted', states: [{ status: 'NotStarted' }] };
const request = (method: string, body?: unknown) => ({
  method,
  url: 'http://target.example/beta/security/securityActions/1',
  headers: {},
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

function patch(reason: string, startedAt: number, endedAt: number): Exchange {
  const said = {
    operation: 'update' as const,
    request: request('PATCH', { actionReason: reason }),
    startedAt,
    endedAt,
  };
  return exchange({ body: { ...action, actionReason: reason } }, said);
}

const first = patch('<b> & "quoted"', 100, 104);
const second = patch('other', 102, 110);
const cancel = exchange(
  {},
  {
    operation: 'cancel',
    request: request('POST'),
    startedAt: 103,
    endedAt: 106,
    response: undefined,
    failure: 'no response within 3 ms',
  },
);
const read = exchange({ body: { ...action, actionReason: 'neither\u0000' } }, { startedAt: 111, endedAt: 112 });
const round: Round = { before: { ...action }, requests: [first, second, cancel], reads: [read], lanes: new Map() };
const unexplained: RoundExplanation = {
  verdict: 'not linearizable',
  order: [{ exchange: second }, { exchange: second, isResponse: true }, { exchange: first }],
  unexplained: [{ exchange: read }],
};

test('a timeline has a bar for each request, the reads after them, and the order that explains the most', () => {
  expect(timeline(timelineLines(round), unexplained)).toEqual([
    '     0 ms                 10.0 ms',
    '  1  |==========              |  update actionReason "<b> & \\"quoted\\""  -> 200, status "NotStarted", actionReason "<b> & \\"quoted\\"", states NotStarted',
    '  2  |    ====================|  update actionReason "other"             -> 200, status "NotStarted", actionReason "other", states NotStarted',
    '  3  |       ========         |  cancel                                  -> failed: no response within 3 ms',
    'reads after the requests:',
    '  4    at 11.0 ms                get                                     -> 200, status "NotStarted", actionReason "neither\\u0000", states NotStarted',
    'order that explains the most: 2, the response to 2, 1',
    'it does not explain: 4',
  ]);
});

test('the timeline of an explained round ends with the order', () => {
  const lines = timeline(timelineLines(round), {
    verdict: 'linearizable',
    order: [{ exchange: read }],
    unexplained: [],
  });
  expect(lines.at(-1)).toBe('this order explains all of them: 4');
});

test('the timeline shows the id of an action when it is not that of the round', () => {
  const other = { ...round, reads: [exchange({ body: { ...action, id: '2' } }, { startedAt: 111, endedAt: 112 })] };
  expect(timelineLines(other).at(-1)?.response).toMatch(/^200, id "2", status/);
});

test('the diagram is one SVG without markup from the target and without external resources', () => {
  const svg = diagram(timelineLines(round), unexplained);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^<>]*>.*<\/svg>$/);
  expect(svg).toContain('&lt;b&gt; &amp; \\&quot;quoted\\&quot;');
  expect(svg.match(/<rect /g)).toHaveLength(4);
  expect(svg.match(/fill="#c0392b"/g)).toHaveLength(1);
  expect([...new Set(svg.match(/<\/?\w+/g))].sort()).toEqual([
    '</svg',
    '</text',
    '</title',
    '<rect',
    '<svg',
    '<text',
    '<title',
  ]);
  expect(svg).not.toMatch(/href|url\(|NaN|Infinity/);
});

test('the diagram replaces characters that XML does not allow', () => {
  const [line] = timelineLines(round);
  if (!line) throw new Error('the round has no line');
  const svg = diagram([{ ...line, response: 'a\u0000b\ud800c\u{1f6e1}' }], unexplained);
  expect(svg).toContain('a\ufffdb\ufffdc\u{1f6e1}');
});
