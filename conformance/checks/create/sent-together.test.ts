import { expect, test } from 'vitest';
import { Scheduler } from '../../engine/run/scheduler.js';
import { Session } from '../../engine/run/session/session.js';
import { json, quick, targetOf } from '../../engine/testing.js';
import { createReference } from '../../reference/index.js';
import { type BodyInput, editedInputs } from './_bodies.js';
import check from './11-strings-are-returned-as-sent.case.js';

const text = (name: string, value: string) => ({ name, edit: (body: object) => ({ ...body, [name]: value }) });

test('each edit has an input with this edit alone, and is in one of the bodies with several', () => {
  const inputs = editedInputs(
    () => ({ clientContext: 'base' }),
    [
      [text('name', '1'), text('name', '2')],
      [text('actionReason', '1'), text('actionReason', '2')],
    ],
  );
  expect(inputs.map(({ body }) => body)).toEqual([
    { clientContext: 'base', name: '1' },
    { clientContext: 'base', name: '2' },
    { clientContext: 'base', actionReason: '1' },
    { clientContext: 'base', actionReason: '2' },
  ]);
  expect(inputs.map(({ together }) => together?.body)).toEqual([
    { clientContext: 'base', name: '1', actionReason: '2' },
    { clientContext: 'base', name: '2', actionReason: '1' },
    { clientContext: 'base', name: '2', actionReason: '1' },
    { clientContext: 'base', name: '1', actionReason: '2' },
  ]);
});

/** What CREATE-11 comes to on the reference for the inputs that are sent together, those with edge texts or the others, and the reasons that were sent. */
async function played(change: (body: { actionReason?: string }) => Response | object, areEdges = true) {
  const { fetch, tokens } = createReference();
  const reasons: (string | undefined)[] = [];
  const target = targetOf(
    async (request) => {
      if (request.method !== 'POST' || request.url.includes('cancel')) return fetch(request);
      const sent = (await request.clone().json()) as { actionReason?: string };
      reasons.push(sent.actionReason);
      const changed = change(sent);
      return changed instanceof Response ? changed : fetch(new Request(request, { body: JSON.stringify(changed) }));
    },
    { tokens: await tokens.mintAll() },
  );
  const session = new Session([check], target, quick({ concurrency: 4 }));
  await session.probe();
  reasons.length = 0;
  const scheduler = new Scheduler(session, { wanted: () => true });
  const jobs = scheduler.jobs([check]).filter(({ input }) => {
    const { name, together, mayReject = false } = input as BodyInput;
    // The reference rejects texts with U+0000.
    return together && mayReject === areEdges && !name.includes('U+0000');
  });
  await scheduler.playByCase(jobs);
  const { outcome, findings } = scheduler.result(check);
  await session.cleanUp();
  await session.close();
  return { outcome, failed: findings.map(({ input }) => input), inputs: jobs.length, reasons };
}

test('inputs whose texts come back as sent need no create of their own', async () => {
  const { outcome, inputs, reasons } = await played((body) => body);
  expect(outcome).toBe('passed');
  expect(inputs).toBe(14);
  expect(reasons).toHaveLength(5);
});

test('a text that is changed fails its own input only', async () => {
  const { outcome, failed, reasons } = await played((body) => ({
    ...body,
    actionReason: body.actionReason?.trim() === '' ? 'changed' : body.actionReason,
  }));
  expect(outcome).toBe('failed');
  expect(failed.toSorted()).toEqual(['actionReason: an empty text', 'actionReason: spaces only']);
  expect(reasons.length).toBeGreaterThan(5);
});

test('a target that rejects one of the texts passes', async () => {
  const { outcome, reasons } = await played((body) =>
    body.actionReason === '' ? json(400, { error: { code: 'invalidRequest', message: 'The reason is empty.' } }) : body,
  );
  expect(outcome).toBe('passed');
  expect(reasons.filter((reason) => reason === '')).toHaveLength(2);
});

test('special texts are joined, and a changed one fails its own input only', async () => {
  const { outcome, inputs, reasons } = await played((body) => body, false);
  expect(outcome).toBe('passed');
  expect(inputs).toBeGreaterThan(2 * reasons.length);
  const decoded = await played((body) => ({ ...body, actionReason: body.actionReason?.replaceAll('%20', ' ') }), false);
  expect(decoded).toMatchObject({ outcome: 'failed', failed: ['percent and plus signs'] });
});
