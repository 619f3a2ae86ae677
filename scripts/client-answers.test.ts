import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSecurityActionsClient, type SecurityActionsClient, SecurityActionsError } from '../generated/client.js';

/** One answer of a service, and what the client makes of it. */
interface Row {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection ends after the body, which is shorter than `Content-Length`. */
  readonly cut?: true;
  /** The operations for which the answer is a success; any other rejects when there is no `code`. */
  readonly succeeds?: readonly Operation[];
  /** `error.error.code` for every operation. */
  readonly code?: string;
  readonly message?: RegExp;
}

type Operation = 'list' | 'create' | 'createMinimal' | 'get' | 'update' | 'cancel';

const json = { 'content-type': 'application/json; charset=utf-8' };
const html = { 'content-type': 'text/html' };
const problem = { 'content-type': 'application/problem+json' };
const action = '{"id":"1","status":"Running"}';
const page = '<!doctype html><title>Sign in</title>';
const error = (code: unknown, message: unknown) => JSON.stringify({ error: { code, message } });

const rows: Readonly<Record<string, Row>> = {
  'list, 200': { status: 200, headers: json, body: `{"value":[${action}]}`, succeeds: ['list'] },
  'action, 200': { status: 200, headers: json, body: action, succeeds: ['get', 'update'] },
  'action, 201': { status: 201, headers: json, body: action, succeeds: ['create', 'createMinimal'] },
  'nothing, 204': { status: 204, succeeds: ['createMinimal', 'cancel'] },
  'nothing, 200': { status: 200, succeeds: ['cancel'] },
  'parameters of the media type': {
    status: 200,
    headers: { 'content-type': 'Application/JSON;odata.metadata=minimal' },
    body: action,
    succeeds: ['get', 'update'],
  },
  'nothing, 201': { status: 201 },
  'nothing, 202': { status: 202 },
  'action, 202': { status: 202, headers: json, body: action },
  'action, 203': { status: 203, headers: json, body: action },
  'part of a list, 206': { status: 206, headers: json, body: `{"value":[${action}]}` },
  'action without media type': { status: 200, body: action },
  'action as text': { status: 201, headers: { 'content-type': 'text/plain' }, body: action },
  'action as problem': { status: 200, headers: problem, body: action },
  'action as jsonp': { status: 200, headers: { 'content-type': 'application/json-p' }, body: action },
  'page of a proxy, 200': { status: 200, headers: html, body: page },
  'page of a proxy, 201': { status: 201, headers: html, body: page },
  'page that claims to be JSON': { status: 200, headers: json, body: page },
  'half an action': { status: 201, headers: json, body: '{"id":"1",' },
  'null, 200': { status: 200, headers: json, body: 'null' },
  'text, 201': { status: 201, headers: json, body: '"created"' },
  'empty object, 200': { status: 200, headers: json, body: '{}' },
  'id that is a number': { status: 201, headers: json, body: '{"id":1}' },
  'list of numbers': { status: 200, headers: json, body: '{"value":[1]}' },
  'bare list': { status: 200, headers: json, body: `[${action}]` },
  'error, 200': { status: 200, headers: json, body: error('internalServerError', 'failed') },
  'body that ends early': { status: 200, headers: { ...json, 'content-length': '100' }, body: action, cut: true },
  'redirect, 302': { status: 302, headers: { location: '/elsewhere' }, message: /redirect.*set baseUrl/ },
  'redirect, 307': { status: 307, headers: { location: '/elsewhere' }, message: /redirect.*set baseUrl/ },
  'documented error': {
    status: 404,
    headers: json,
    body: error('notThere', 'No such action.'),
    code: 'notThere',
    message: /^No such action\.$/,
  },
  'not modified': { status: 304, code: 'http304' },
  'nothing, 400': { status: 400, code: 'badRequest', message: /400 Bad Request/ },
  'nothing, 401': { status: 401, headers: { 'content-length': '0' }, code: 'unauthenticated' },
  'nothing, 404': { status: 404, code: 'itemNotFound' },
  'nothing, 500': { status: 500, headers: { 'content-length': '0' }, code: 'internalServerError' },
  'nothing, 502': { status: 502, code: 'http502' },
  'nothing, 503': { status: 503, headers: { 'content-length': '0', 'retry-after': '7' }, code: 'serviceUnavailable' },
  'page of a proxy, 502': { status: 502, headers: html, body: page, code: 'http502', message: /502 Bad Gateway/ },
  'text, 403': {
    status: 403,
    headers: { 'content-type': 'text/plain' },
    body: 'blocked by policy 12',
    code: 'accessDenied',
    message: /policy 12/,
  },
  'problem, 409': {
    status: 409,
    headers: problem,
    body: '{"title":"Conflict","detail":"It has ended."}',
    code: 'conflict',
    message: /^It has ended\.$/,
  },
  'error of a token endpoint': {
    status: 401,
    headers: json,
    body: '{"error":"invalid_token","error_description":"It has expired."}',
    code: 'invalid_token',
    message: /expired/,
  },
  'error without code and message': {
    status: 429,
    headers: json,
    body: error('', 5),
    code: 'tooManyRequests',
    message: /429/,
  },
  'JSON of another shape, 500': {
    status: 500,
    headers: json,
    body: '{"message":"boom"}',
    code: 'internalServerError',
    message: /^boom$/,
  },
  'null, 500': { status: 500, headers: json, body: 'null', code: 'internalServerError' },
  'list of errors, 400': { status: 400, headers: json, body: '[{"message":"x"}]', code: 'badRequest' },
  'wrong types in an error': {
    status: 400,
    headers: json,
    body: '{"error":{"code":"x","message":"y","target":1,"details":"z","innerError":[]}}',
    code: 'x',
    message: /^y$/,
  },
  'action with an error status': { status: 500, headers: json, body: action, code: 'internalServerError' },
};

let answer: Row;
const server = createServer((_, response: ServerResponse) => {
  response.writeHead(answer.status, { 'request-id': 'r-1', ...answer.headers });
  if (!answer.cut) return response.end(answer.body);
  response.write(answer.body);
  return setTimeout(() => response.destroy(), 20);
});
let client: SecurityActionsClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  client = createSecurityActionsClient({ baseUrl, retries: 0 });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const body = { parameters: [] };
const calls = {
  list: () => client.listSecurityActions(),
  create: () => client.createSecurityAction(body),
  createMinimal: () => client.createSecurityAction(body, { headers: { Prefer: 'return=minimal' } }),
  get: () => client.getSecurityAction('1'),
  update: () => client.updateSecurityAction('1', {}),
  cancel: () => client.cancelSecurityAction('1'),
};

test.each(Object.entries(rows))('%s', async (_, row) => {
  answer = row;
  for (const [operation, call] of Object.entries(calls)) {
    const result = await call().catch((reason: unknown) => reason);
    if (row.code !== undefined) {
      expect(result, operation).toMatchObject({
        status: row.status,
        error: {
          error: { code: row.code, message: expect.stringMatching(row.message ?? /./) },
          status: row.status,
          requestId: 'r-1',
          retryAfter: row.headers?.['retry-after'] === undefined ? undefined : 7,
        },
      });
      expect(result, operation).not.toHaveProperty('data');
    } else if (row.succeeds?.includes(operation as Operation)) {
      expect(result, operation).toMatchObject({ status: row.status, requestId: 'r-1' });
      const { data, error } = result as { data?: unknown; error?: unknown };
      expect(error, operation).toBeUndefined();
      expect(data, operation).toEqual(row.body === undefined ? undefined : JSON.parse(row.body));
    } else {
      expect(result, operation).toBeInstanceOf(SecurityActionsError);
      const { message, url, status } = result as SecurityActionsError;
      expect(message, operation).toMatch(
        row.message ?? new RegExp(`http://127\\.0\\.0\\.1.* responded with ${row.status}: expected`),
      );
      expect([url.startsWith('http://127.0.0.1'), status]).toEqual([true, row.status >= 300 ? undefined : row.status]);
    }
  }
});

test('members of an error that do not have the documented type are left out', async () => {
  answer = rows['wrong types in an error'] as Row;
  const { error: received } = await client.getSecurityAction('1');
  expect(received?.error).toEqual({ code: 'x', message: 'y' });
});
