import { expect, test } from 'vitest';
import { newAction } from '../action/create.js';
import { enterStatus, server } from '../action/history.js';
import { callerOf } from '../identity/caller.js';
import { referenceIdentities } from '../identity/identities.js';
import { parseFilter } from './filter.js';

const createdAt = Date.parse('2026-01-01T00:00:00Z');
const caller = callerOf({ ...referenceIdentities.writer });
const action = enterStatus(
  newAction(
    { name: "O'Neil (or 'so')", parameters: [], vendorInformation: { vendor: 'Example' } },
    { caller, id: 'a', now: createdAt },
  ),
  'Failed',
  { at: createdAt + 1500, author: server },
);

test.each([
  ["status eq 'Failed'", true],
  ["status eq microsoft.graph.operationStatus'Failed'", true],
  ["status ne 'Failed'", false],
  ["status gt 'NotStarted'", true],
  ["name eq 'O''Neil (or ''so'')'", true],
  ["name eq 'o''neil'", false],
  ['clientContext eq null', true],
  ['clientContext ne null', false],
  ["clientContext ne 'x'", true],
  ["clientContext lt 'x'", false],
  ['name gt null', false],
  ["vendorInformation/vendor eq 'Example'", true],
  ['vendorInformation/provider eq null', true],
  ['errorInfo/code ge 1', true],
  ['errorInfo/code lt 1', false],
  ['createdDateTime eq 2026-01-01T00:00:00Z', true],
  ['createdDateTime eq 2026-01-01T03:00:00.0000000+03:00', true],
  ['completedDateTime gt 2026-01-01T00:00:01.4Z', true],
  ['completedDateTime le 2026-01-01T00:00:01.4Z', false],
  ["not (status eq 'Failed')", false],
  ["not(status eq 'Failed')", false],
  ["not status eq 'Running'", true],
  ["not not status eq 'Failed'", true],
  ["(status eq 'Running' or status eq 'Failed') and id eq 'b'", false],
  ["status eq 'Failed' or status eq 'Running' and id eq 'b'", true],
  ["id eq 'b' or id eq 'a'", true],
  ["  id   EQ 'a'  AND  user eq null ", true],
])('the filter %s returns %o', (text, expected) => {
  expect(parseFilter(text)(action)).toBe(expected);
});

test.each([
  [''],
  ['status'],
  ['status eq'],
  ["status eq 'Banana'"],
  ['status eq Failed'],
  ["status eq 'Failed"],
  ["'Failed' eq status"],
  ["unknown eq 'x'"],
  ["parameters eq 'x'"],
  ["vendorInformation eq 'x'"],
  ['name eq 5'],
  ["errorInfo/code eq '1'"],
  ["createdDateTime eq '2026-01-01T00:00:00Z'"],
  ['createdDateTime gt 2026-02-30T00:00:00Z'],
  ['createdDateTime gt 2026-01-01'],
  ["name like 'x'"],
  ["startswith(name, 'x')"],
  ["(id eq 'a'"],
  ["id eq 'a')"],
  ["id eq 'a' and"],
  ["id eq 'a' id eq 'b'"],
  ["id eq 'a'and id eq 'b'"],
  ["id eq 'a'; drop"],
  ['()'],
  ['not'],
  [`${'('.repeat(500)}id eq 'a'${')'.repeat(500)}`],
  [`id eq '${'x'.repeat(5000)}'`],
  [`${'not '.repeat(900)}id eq 'a'`],
])('the filter %s is rejected with 400', (text) => {
  expect(() => parseFilter(text)).toThrow(expect.objectContaining({ status: 400 }));
});
