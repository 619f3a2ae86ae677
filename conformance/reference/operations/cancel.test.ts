import { expect, test } from 'vitest';
import { statuses } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import { createReference } from '../index.js';
import { createSend, type TestRequest } from '../testing.js';

const send = await createSend(createReference());
const body = { name: 'BlockIp', parameters: [{ name: 'IP', value: '192.0.2.1' }], vendorInformation: { vendor: 'V' } };

async function actionIn(status: string): Promise<string> {
  const path = `/${(await send('POST', '', { body })).body.id}`;
  if (status !== 'NotStarted') await send('PATCH', path, { body: { status } });
  return path;
}

const read = async (path: string) => (await send('GET', path)).body;

test.each(statuses.filter((status) => !isFinal(status)))(
  'cancel changes the status of an action that is %s to Failed',
  async (status) => {
    const path = await actionIn(status);
    const before = await read(path);
    const reply = await send('POST', `${path}/cancelSecurityAction`);
    expect(reply).toMatchObject({ status: 204, body: undefined });
    expect(reply.headers.has('content-type')).toBe(false);
    const after = await read(path);
    const { completedDateTime, errorInfo, lastActionDateTime, states } = after;
    expect(after).toEqual({ ...before, status: 'Failed', completedDateTime, errorInfo, lastActionDateTime, states });
    expect(errorInfo.message).toMatch(/cancelled/);
    expect(completedDateTime).toBe(lastActionDateTime);
    expect(states.slice(0, -1)).toEqual(before.states);
    expect(states.at(-1)).toMatchObject({ status: 'Failed', updatedDateTime: lastActionDateTime });
  },
);

test.each(statuses.filter(isFinal))('repeated cancels do not change an action that is %s', async (status) => {
  const path = await actionIn(status);
  const before = await read(path);
  for (let round = 0; round < 3; round++) {
    expect((await send('POST', `${path}/cancelSecurityAction`)).status).toBe(204);
    expect(await read(path)).toEqual(before);
  }
});

test.each<[string, number, string, TestRequest]>([
  ['an empty object', 204, 'cancelSecurityAction', { body: {} }],
  ['a JSON type without a body', 204, 'cancelSecurityAction', { headers: { 'Content-Type': 'application/json' } }],
  ['the qualified name', 204, 'microsoft.graph.cancelSecurityAction', {}],
  ['a broken body', 400, 'cancelSecurityAction', { body: '{' }],
  ['another media type', 415, 'cancelSecurityAction', { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
  ['the wrong permission', 403, 'cancelSecurityAction', { as: 'reader' }],
  ['another tenant', 404, 'cancelSecurityAction', { as: 'neighbour' }],
])('cancel with %s responds with %i', async (_, status, action, request) => {
  const path = await actionIn('Running');
  expect((await send('POST', `${path}/${action}`, request)).status).toBe(status);
  expect((await read(path)).status).toBe(status === 204 ? 'Failed' : 'Running');
});

test('cancel of an unknown id responds with 404', async () => {
  expect((await send('POST', '/nothing/cancelSecurityAction')).status).toBe(404);
});
