import { expect, test } from 'vitest';
import type { RequirementId } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { attachExchange } from '../judge/judge.js';
import type { Finding } from '../judge/violation.js';
import { WriteLog } from '../judge/write-log.js';
import type { Result } from '../run/outcome.js';
import { collection, exchange } from '../testing.js';
import { consequences } from './consequences.js';
import { samePlace } from './same-place.js';

let number = 0;

/** A PATCH of the action with this id, and its status. */
function patch(
  id: string,
  status: number,
  { body = '{"name":5}', defect }: { body?: string; defect?: string } = {},
): Exchange {
  number += 1;
  const request = { method: 'PATCH', url: `${collection}/${id}`, headers: { authorization: 'Bearer $A' }, body };
  return exchange(
    { status, body: { id, name: 5 } },
    { number, operation: 'update', request, startedAt: number, ...(defect !== undefined && { defect }) },
  );
}

function get(id: string): Exchange {
  number += 1;
  const request = { method: 'GET', url: `${collection}/${id}`, headers: {} };
  return exchange({ body: { id, name: 5 } }, { number, request, startedAt: number });
}

function result(id: RequirementId, outcome: Result['outcome'], seen: Exchange, at?: Finding['at']): Result {
  const finding = attachExchange(
    { message: '`/name` is 5, expected a text', expected: 'a text', received: '5', at },
    seen,
  );
  const reason = { kind: outcome === 'failed' ? 'violation' : 'precondition', detail: finding.message } as const;
  const findings = [{ ...finding, input: '' }];
  return { id, outcome, reason, findings, level: 'MUST', basis: 'page', source: [], judged: 1 };
}

function found(results: readonly Result[], writes: readonly Exchange[]): readonly string[] {
  const log = new WriteLog();
  log.read(writes, 'UPDATE-10: an input');
  return consequences(results, (finding) => log.before(finding)).map(({ id, of }) => `${id} of ${of}`);
}

test('what a read shows after an invalid request was accepted follows from the acceptance', () => {
  const accepted = patch('1', 200, { defect: '`name` is a number' });
  const root = result('UPDATE-10', 'failed', accepted, 'status');
  expect(found([root, result('RESOURCE-1', 'failed', get('1'), '/name')], [accepted])).toEqual([
    'RESOURCE-1 of UPDATE-10',
  ]);
  expect(found([root, result('RESOURCE-1', 'failed', accepted, '/name')], [accepted])).toEqual([
    'RESOURCE-1 of UPDATE-10',
  ]);
});

test('so does what is shown of another action after a request with the same defect', () => {
  const accepted = patch('1', 200, { defect: '`name` is a number' });
  const alike = patch('2', 200, { defect: '`name` is a number' });
  const results = [
    result('UPDATE-10', 'failed', accepted, 'status'),
    result('RESOURCE-1', 'failed', get('2'), '/name'),
  ];
  expect(found(results, [accepted, alike])).toEqual(['RESOURCE-1 of UPDATE-10']);
});

test('a forbidden status that is accepted explains the statuses that are shown afterwards', () => {
  const body = '{"status":"Running"}';
  const accepted = patch('1', 200, { body });
  const results = [
    result('LIFECYCLE-4', 'failed', accepted, 'status'),
    result('LIFECYCLE-3', 'failed', get('2'), '/status'),
  ];
  expect(found(results, [accepted])).toEqual([]);
  const other = patch('3', 200, { body });
  const later = [results[0] as Result, result('LIFECYCLE-3', 'failed', get('3'), '/status')];
  expect(found(later, [accepted, other])).toEqual(['LIFECYCLE-3 of LIFECYCLE-4']);
});

test('an action that no such request has changed fails for itself', () => {
  const accepted = patch('1', 200, { defect: '`name` is a number' });
  const valid = patch('2', 200, { body: '{"name":"valid"}' });
  const results = [
    result('UPDATE-10', 'failed', accepted, 'status'),
    result('RESOURCE-1', 'failed', get('2'), '/name'),
  ];
  expect(found(results, [accepted, valid])).toEqual([]);
});

test('a valid request that is rejected explains what needs such a request', () => {
  const rejected = patch('1', 400, { body: '{"name":"a"}' });
  const results = [
    result('UPDATE-1', 'failed', rejected, 'status'),
    result('UPDATE-4', 'inconclusive', patch('2', 400, { body: '{"name":"b"}' })),
    result('UPDATE-5', 'inconclusive', patch('2', 409, { body: '{"name":"b"}' })),
  ];
  expect(found(results, [rejected])).toEqual(['UPDATE-4 of UPDATE-1']);
});

test('a wrong member that a list shows follows from the requirement about the member', () => {
  const shown = result('RESOURCE-1', 'failed', get('1'), '/name');
  const list = exchange({ body: { value: [{}, { id: '1', name: 5 }] } }, { operation: 'list' });
  const listed = result('LIST-2', 'failed', list, '/value/1/name');
  const other = result('LIST-1', 'failed', list, '/value/1/status');
  expect(samePlace([shown, listed, other])).toEqual([
    { id: 'LIST-2', of: 'RESOURCE-1', because: 'it shows the same wrong value at /name' },
  ]);
  expect(samePlace([listed, other])).toEqual([]);
});
