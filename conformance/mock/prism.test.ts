import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Mock, startMock } from './prism.js';

const headers = { Authorization: 'Bearer any-token' };
let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test('the mock responds with an example of the contract', async () => {
  const response = await fetch(`${mock.url}/security/securityActions`, { headers });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    value: expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]),
  });
});

test('the Prefer header selects an example', async () => {
  const response = await fetch(`${mock.url}/security/securityActions/1`, {
    headers: { ...headers, Prefer: 'example=Running' },
  });
  expect(await response.json()).toMatchObject({ status: 'Running' });
});

test('a create without parameters is rejected with 400', async () => {
  const response = await fetch(`${mock.url}/security/securityActions`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(400);
});

test.each([
  ['below the base path', () => mock.url],
  ['without the base path', () => new URL(mock.url).origin],
])('the paths are served %s, and a next link stays there', async (_, base) => {
  const page = { headers: { ...headers, Prefer: 'example=page' } };
  const response = await fetch(`${base()}/security/securityActions`, page);
  const { '@odata.nextLink': next } = (await response.json()) as Record<string, string>;
  expect(next).toMatch(`${base()}/security/securityActions?$skiptoken=`);
  expect((await fetch(next ?? '', { headers })).status).toBe(200);
});

test('a response of Prism itself has a request-id', async () => {
  const response = await fetch(`${mock.url}/security/securityActions`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{',
  });
  expect([response.status, response.headers.get('request-id')]).toEqual([
    400,
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
});

test('two mocks listen on ports of their own, and print nothing', async () => {
  const output = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true));
  const other = await startMock();
  await fetch(`${other.url}/nothing`, { headers });
  await other.close();
  const written = output.flatMap((spy) => spy.mock.calls);
  for (const spy of output) spy.mockRestore();
  expect(other.url).not.toBe(mock.url);
  expect(written).toEqual([]);
});

test('a port in use is reported as EADDRINUSE', async () => {
  await expect(startMock(Number(new URL(mock.url).port))).rejects.toThrow(/EADDRINUSE/);
});
