import { isDeepStrictEqual } from 'node:util';
import { writableProperties } from '../../../generated/contract-tables.js';
import type { Exchange } from '../evidence/exchange.js';
import { textId } from '../evidence/lenient.js';
import { preview } from '../evidence/preview.js';
import { isObject, isSuccess, type ObservedObject, type Reply } from '../evidence/reply.js';
import type { Action } from '../world/world.js';
import { judge } from './judge.js';
import { type Location, locationName } from './location.js';
import { sides } from './violation.js';

/** Expects one of the given statuses. */
export function expectStatus(reply: Reply, ...allowed: readonly number[]): void {
  expectStatusThat(reply, allowed.includes(reply.status), `status ${alternatives(allowed)}`);
}

/** Such as `201, 400 or 409`. */
function alternatives(all: readonly number[]): string {
  return all.length < 3 ? all.join(' or ') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** Expects a rejection with one of the given statuses; 422 is allowed wherever 400 is (decision 0039). */
export function expectRejection(reply: Reply, ...allowed: readonly number[]): void {
  expectStatus(reply, ...(allowed.includes(400) ? [...new Set([...allowed, 422])] : allowed));
}

/** Expects a 2xx status. */
export function expectSuccess(reply: Reply): void {
  expectStatusThat(reply, isSuccess(reply), 'a 2xx status');
}

/** Expects success, or a rejection as {@link expectRejection} does. */
export function expectSuccessOr(reply: Reply, ...rejections: readonly number[]): void {
  if (isSuccess(reply)) expectSuccess(reply);
  else expectRejection(reply, ...rejections);
}

/** Expects any status below 500, or 501. */
export function expectNoServerError(reply: Reply): void {
  expectStatusThat(reply, reply.status < 500 || reply.status === 501, 'a status below 500 (501 is tolerated)');
}

function expectStatusThat({ status, exchange }: Reply, holds: boolean, expected: string): void {
  judge(holds, () => ({
    message: `${exchange.request.method}: ${sides(expected, `status ${status}`)}`,
    expected,
    received: `status ${status}`,
    at: 'status',
    exchange,
  }));
}

/** Expects a read that succeeded in whole or in part: 200, or 206 with a `Warning` header field (decision 0030). */
export function expectReadOrWarning(reply: Reply): void {
  expectStatus(reply, 200, 206);
  if (reply.status === 206) expectHeader(reply, 'Warning');
}

/**
 * Expects success and a securityAction with an id, which it returns. Both are read leniently: CREATE-1, GET-1 and UPDATE-1 judge the
 * status, and CREATE-2, CREATE-4, GET-2, UPDATE-2 and RESOURCE-1 the form of the action.
 */
export function expectEntity(reply: Reply): Action {
  const usual = reply.exchange.operation === 'create' ? 201 : 200;
  expectStatusThat(reply, isSuccess(reply), `status ${usual}`);
  const { body, exchange, notJson, status, text } = reply;
  judge(isObject(body) && textId(body) !== undefined, () => {
    const received = (most?: number) => {
      if (text === '') return 'an empty body';
      return notJson ? `a body that is not JSON (${notJson}): ${preview(text, most)}` : preview(body, most);
    };
    return {
      message: `${exchange.request.method}: ${sides('a securityAction with an id', `status ${status} with ${received(inMessage)}`)}`,
      expected: 'a JSON object with a non-empty string `id`',
      received: received(),
      at: '/id',
      exchange,
    };
  });
  return body as Action;
}

/** Expects a header field and, with `form`, a value that matches the pattern; returns the value. */
export function expectHeader(
  reply: Reply,
  name: string,
  form?: { readonly pattern: RegExp; readonly says: string },
): string {
  const { headers, exchange } = reply;
  const value = headers.get(name);
  judge(value !== null && (!form || form.pattern.test(value)), () => {
    const expected = `the ${name} header${form ? ` with ${form.says}` : ''}`;
    return {
      message: `${exchange.request.method}: ${sides(expected, value === null ? 'none' : preview(value, inMessage))}`,
      expected,
      received: value === null ? `no ${name} header` : preview(value),
      at: `header ${name.toLowerCase()}`,
      exchange,
    };
  });
  return value ?? '';
}

/** Expects a response without a body. */
export function expectNoBody({ text, exchange }: Reply): void {
  judge(text === '', () => ({
    message: `${exchange.request.method}: ${sides('an empty body', preview(text, inMessage))}`,
    expected: 'an empty body',
    received: preview(text),
    at: '',
    exchange,
  }));
}

/** Expects equal JSON values; the order of members does not matter, that of array elements does. */
export function expectEqual(received: unknown, expected: unknown, at: Location, exchange?: Exchange): void {
  judge(isDeepStrictEqual(received, expected), () => ({
    message: `${locationName(at)}${coercion(received, expected)}: ${sides(preview(expected, inMessage), preview(received, inMessage))}`,
    expected: preview(expected),
    received: preview(received),
    at,
    exchange,
  }));
}

/** Says that a value came back as another JSON type, as frameworks do that convert types. */
function coercion(received: unknown, expected: unknown): string {
  const name = typeName(received);
  if (name === typeName(expected) || String(received) !== String(expected)) return '';
  return name === undefined || typeName(expected) === undefined ? '' : ` came back as ${name}`;
}

function typeName(value: unknown): string | undefined {
  const names: Partial<Record<string, string>> = { string: 'a text', number: 'a number', boolean: 'a truth value' };
  return value === null ? 'null' : names[typeof value];
}

/** Expects one of the given values. */
export function expectOneOf(received: unknown, allowed: readonly unknown[], at: Location, exchange?: Exchange): void {
  judge(
    allowed.some((one) => isDeepStrictEqual(received, one)),
    () => {
      const expected = `one of ${allowed.map((one) => preview(one)).join(', ')}`;
      return {
        message: `${locationName(at)}: ${sides(expected, preview(received, inMessage))}`,
        expected,
        received: preview(received),
        at,
        exchange,
      };
    },
  );
}

/**
 * Expects a condition to hold. `expected` is a noun phrase; a string in `received` is one too unless it is blank, and any other value is shown as
 * JSON.
 * Without `message` the two make the sentence.
 */
export function expectThat(
  holds: boolean,
  finding: {
    readonly expected: string;
    readonly received: unknown;
    readonly at?: Location | undefined;
    readonly exchange?: Exchange | undefined;
    readonly message?: string | undefined;
  },
): void {
  judge(holds, () => {
    const { expected, at, exchange, message } = finding;
    const isPhrase = typeof finding.received === 'string' && finding.received.trim() !== '';
    const received = isPhrase ? String(finding.received) : preview(finding.received);
    return {
      ...finding,
      received,
      message: message ?? `${sentenceStart(at, exchange)}${sides(expected, received)}`,
    };
  });
}

/** Characters of a value within a message; the finding has more of it. */
const inMessage = 120;

function sentenceStart(at: Location | undefined, exchange: Exchange | undefined): string {
  if (at === 'status') return exchange ? `${exchange.request.method}: ` : '';
  return at === undefined ? '' : `${locationName(at)}: `;
}

/** The writable properties that a target changes by itself, because they say how far an action has come. */
const progress: readonly string[] = ['status', 'completedDateTime', 'errorInfo'];

/** The properties that a client writes and that only a client changes. */
export const writableMembers = writableProperties.filter(
  (name): name is 'name' | 'actionReason' | 'clientContext' | 'parameters' | 'vendorInformation' =>
    !progress.includes(name),
);

/** What shows how far an action has come; `except` of {@link expectUnchanged} for an action that has moved by itself. */
const statusAndHistory = ['status', 'states'];

/** The members that may differ although nothing was changed: those that show the progress of an action that has moved by itself. */
export function exceptProgress({ moved }: { readonly moved?: true }): readonly string[] {
  return moved ? statusAndHistory : [];
}

/** Expects a get to show the action unchanged: its writable members, status and history. `except` names members that may differ. */
export function expectUnchanged(after: Reply, before: ObservedObject, except: readonly string[] = []): void {
  const now = expectEntity(after);
  for (const name of [...writableMembers, ...statusAndHistory]) {
    if (!except.includes(name)) expectEqual(now[name] ?? null, before[name] ?? null, `/${name}`, after.exchange);
  }
}
