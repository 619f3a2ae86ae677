import { expect, test } from 'vitest';
import { statuses } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import { asker, type Question } from '../ask.js';
import { createReference } from '../index.js';

const ask = await asker(createReference());
const body = { name: 'BlockIp', parameters: [{ name: 'IP', value: '192.0.2.1' }], vendorInformation: { vendor: 'V' } };

async function actionIn(status: string): Promise<string> {
  const path = `/${(await ask('POST', '', { body })).body.id}`;
  if (status !== 'NotStarted') await ask('PATCH', path, { body: { status } });
  return path;
}

const read = async (path: string) => (await ask('GET', path)).body;

test.each(statuses.filter((status) => !isFinal(status)))('an action that is %s ends as Failed', async (status) => {
  const path = await actionIn(status);
  const before = await read(path);
  const reply = await ask('POST', `${path}/cancelSecurityAction`);
  expect(reply).toMatchObject({ status: 204, body: undefined });
  expect(reply.headers.has('content-type')).toBe(false);
  const after = await read(path);
  const { completedDateTime, errorInfo, lastActionDateTime, states } = after;
  expect(after).toEqual({ ...before, status: 'Failed', completedDateTime, errorInfo, lastActionDateTime, states });
  expect(errorInfo.message).toMatch(/cancelled/);
  expect(completedDateTime).toBe(lastActionDateTime);
  expect(states.slice(0, -1)).toEqual(before.states);
  expect(states.at(-1)).toMatchObject({ status: 'Failed', updatedDateTime: lastActionDateTime });
});

test.each(statuses.filter(isFinal))(
  'an action that is %s stays as it is, however often it is cancelled',
  async (status) => {
    const path = await actionIn(status);
    const before = await read(path);
    for (let time = 0; time < 3; time++) {
      expect((await ask('POST', `${path}/cancelSecurityAction`)).status).toBe(204);
      expect(await read(path)).toEqual(before);
    }
  },
);

test.each<[string, number, string, Question]>([
  ['an empty object', 204, 'cancelSecurityAction', { body: {} }],
  ['a JSON type without a body', 204, 'cancelSecurityAction', { headers: { 'Content-Type': 'application/json' } }],
  ['the qualified name', 204, 'microsoft.graph.cancelSecurityAction', {}],
  ['a broken body', 400, 'cancelSecurityAction', { body: '{' }],
  ['another media type', 415, 'cancelSecurityAction', { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
  ['the wrong permission', 403, 'cancelSecurityAction', { as: 'reader' }],
  ['another tenant', 404, 'cancelSecurityAction', { as: 'neighbour' }],
])('cancel with %s answers %i', async (_, status, action, question) => {
  const path = await actionIn('Running');
  expect((await ask('POST', `${path}/${action}`, question)).status).toBe(status);
  expect((await read(path)).status).toBe(status === 204 ? 'Failed' : 'Running');
});

test('an unknown id is 404', async () => {
  expect((await ask('POST', '/nothing/cancelSecurityAction')).status).toBe(404);
});
