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
