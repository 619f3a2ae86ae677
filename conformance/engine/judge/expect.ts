import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../evidence/exchange.js';
import { show } from '../evidence/preview.js';
import { isObject, member, type ObservedObject, type Reply } from '../evidence/reply.js';
import type { Action } from '../world/world.js';
import { judge } from './judge.js';

/** Expects one of the given statuses. */
export function expectStatus(reply: Reply, ...allowed: readonly number[]): void {
  judge(allowed.includes(reply.status), () => ({
    message: `${reply.exchange.request.method} was answered with ${reply.status}`,
    expected: `status ${allowed.join(' or ')}`,
    received: `status ${reply.status}`,
    at: 'status',
    exchange: reply.exchange,
  }));
}

/** Expects a refusal with one of the given statuses; 422 counts wherever 400 does (reading 0039). */
export function expectRefusal(reply: Reply, ...allowed: readonly number[]): void {
  expectStatus(reply, ...(allowed.includes(400) ? [...new Set([...allowed, 422])] : allowed));
}

/** Expects a success (2xx). */
export function expectSuccess(reply: Reply): void {
  judge(reply.status >= 200 && reply.status < 300, () => ({
    message: `${reply.exchange.request.method} was answered with ${reply.status}`,
    expected: 'a 2xx status',
    received: `status ${reply.status}`,
    at: 'status',
    exchange: reply.exchange,
  }));
}

/** Expects no 5xx answer other than 501, whatever else it is. */
export function expectNoServerError(reply: Reply): void {
  judge(reply.status < 500 || reply.status === 501, () => ({
    message: `${reply.exchange.request.method} was answered with ${reply.status}`,
    expected: 'a status below 500 (501 tolerated)',
    received: `status ${reply.status}`,
    at: 'status',
    exchange: reply.exchange,
  }));
}

/** Expects a read that succeeded, perhaps in part: 200 or 206 (reading 0030). */
export function expectRead(reply: Reply): void {
  expectStatus(reply, 200, 206);
}

/** Expects a read that succeeded, and where it did so only in part, a `Warning` header field that says so (reading 0030). */
export function expectReadOrWarning(reply: Reply): void {
  expectRead(reply);
  if (reply.status === 206) expectHeader(reply, 'Warning');
}

/** Expects the given status with a securityAction that has an id, and gives that back. */
export function expectEntity(reply: Reply, ...allowed: readonly number[]): Action {
  expectStatus(reply, ...(allowed.length > 0 ? allowed : [200]));
  const { body } = reply;
  const id = member(body, 'id');
  judge(isObject(body) && typeof id === 'string' && id !== '', () => ({
    message: `the body is not a securityAction with an id${reply.notJson ? `: ${reply.notJson}` : ''}`,
    expected: 'a JSON object with a non-empty string `id`',
    received: reply.text === '' ? 'an empty body' : show(reply.notJson ? reply.text : body),
    at: '/id',
    exchange: reply.exchange,
  }));
  return body as Action;
}

/** Expects a header field, and (with a pattern) that its value has the given form. */
export function expectHeader(
  reply: Reply,
  name: string,
  form?: { readonly pattern: RegExp; readonly says: string },
): string {
  const value = reply.headers.get(name);
  judge(value !== null && (!form || form.pattern.test(value)), () => ({
    message: value === null ? `the answer has no ${name} header` : `the ${name} header is not ${form?.says}`,
    expected: `${name}: ${form?.says ?? 'present'}`,
    received: value === null ? 'no such header' : show(value),
    at: `header ${name.toLowerCase()}`,
    exchange: reply.exchange,
  }));
  return value ?? '';
}

/** Expects an answer without a body. */
export function expectNoBody(reply: Reply): void {
  judge(reply.text === '', () => ({
    message: 'the answer has a body',
    expected: 'an empty body',
    received: show(reply.text),
    at: '',
    exchange: reply.exchange,
  }));
}

/** Expects equal JSON values; the order of members does not matter, that of array elements does. */
export function expectEqual(received: unknown, expected: unknown, at: string, exchange?: Exchange): void {
  judge(isDeepStrictEqual(received, expected), () => ({
    message: `${at || 'the body'} is not what it should be`,
    expected: show(expected),
    received: show(received),
    at,
    exchange,
  }));
}

/** Expects one of the given values. */
export function expectOneOf(received: unknown, allowed: readonly unknown[], at: string, exchange?: Exchange): void {
  judge(
    allowed.some((one) => isDeepStrictEqual(received, one)),
    () => ({
      message: `${at || 'the value'} is none of the allowed values`,
      expected: `one of ${allowed.map(show).join(', ')}`,
      received: show(received),
      at,
      exchange,
    }),
  );
}

/** Expects anything that can be said in a sentence: what should hold, and what was seen instead. */
export function expectThat(
  holds: boolean,
  finding: {
    readonly expected: string;
    readonly received: unknown;
    readonly at?: string;
    readonly exchange?: Exchange;
    readonly message?: string;
  },
): void {
  judge(holds, () => ({
    ...finding,
    message: finding.message ?? `${finding.at ?? 'the answer'} is not as it should be`,
    received: typeof finding.received === 'string' ? finding.received : show(finding.received),
  }));
}

/** The members that a client writes and that only a client changes. */
export const writableMembers = ['name', 'actionReason', 'clientContext', 'parameters', 'vendorInformation'] as const;

/** Expects a get to show the action as it was: every writable member, the status and the history. `except` names members that may differ. */
export function expectUnchanged(after: Reply, before: ObservedObject, except: readonly string[] = []): void {
  const now = expectEntity(after, 200, 206);
  for (const name of [...writableMembers, 'status', 'states']) {
    if (!except.includes(name)) expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, after.exchange);
  }
}
