import { expect, test } from 'vitest';
import type { Decision, InputFinding } from '../outcome.js';
import { type Attempt, Retry } from './retry.js';
import { serverErrorsIn } from './server-errors.js';

const failed: Decision = { outcome: 'failed', judged: 1 };

/** Plays an input that is decided in this way, one time after the other, on a target that does not move actions by itself. */
async function decided(...all: readonly Decision[]) {
  return decidedOn(false, ...all);
}

async function decidedOn(moves: boolean, ...all: readonly Decision[]) {
  let passedErrors = 0;
  let plays = 0;
  const retry = new Retry(
    1_000,
    () => {
      passedErrors += 1;
    },
    async () => undefined,
  );
  const decision = await retry.untilConclusive(
    async () => attemptOf(all[Math.min(plays++, all.length - 1)] ?? failed),
    async () => moves,
  );
  return { decision, plays, passedErrors };
}

/** The attempt of a decision, in which the exchange of its finding is the only one. */
function attemptOf(decision: Decision): Attempt {
  const { finding } = decision;
  return { decision, ms: 0, serverErrors: serverErrorsIn(finding?.exchange ? [finding.exchange] : []) };
}

test('a server error that does not come again decides nothing', async () => {
  const passed: Decision = { outcome: 'passed', judged: 1 };
  expect(await decided({ ...failed, serverError: true }, passed)).toEqual({
    decision: passed,
    plays: 2,
    passedErrors: 1,
  });
});

/** An input that fails at a get of this path, with this body, with a server error. */
function failedAt(path: string, body?: string): Decision {
  const request = { method: 'GET', url: `http://127.0.0.1/beta/security/securityActions${path}`, headers: {}, body };
  const finding = {
    message: 'GET responded with 500',
    exchange: { request, response: { status: 500 } },
  } as InputFinding;
  return { ...failed, serverError: true, finding };
}

test('a server error that comes again for the same request fails the input', async () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => failedAt(`/${id}?$top=${index}`));
  expect(await decided(...all)).toEqual({ decision: all[5], plays: 6, passedErrors: 0 });
});

test('a server error that the probe found to be constant fails the input at once', async () => {
  let plays = 0;
  const retry = new Retry(
    1_000,
    undefined,
    async () => undefined,
    undefined,
    ({ response }) => response?.status === 500,
  );
  const play = async () => ({ decision: failedAt(`/${plays++}`), ms: 0 });
  expect(await retry.untilConclusive(play, async () => false)).toMatchObject({ outcome: 'failed' });
  expect(plays).toBe(1);
});

test('server errors in other places are met by further attempts', async () => {
  const passed: Decision = { outcome: 'passed', judged: 1 };
  const others = ['', '?$top=1', '?$skip=1'].map((path) => failedAt(path));
  expect(await decided(...others, passed)).toEqual({ decision: passed, plays: 4, passedErrors: 1 });
});

test('server errors for bodies of other forms decide nothing, whatever values are drawn for one form', async () => {
  const forms = ['{"name":"a"}', '{"name":"b",}', '{name:"c"}', '{"name":"d"}{}', '["e"]', '"f"'];
  const others = forms.map((body) => failedAt('', body));
  expect(await decided(...others)).toMatchObject({ decision: { outcome: 'inconclusive', kind: 'overload' } });
  const texts = ['0f0f0f0f', 'abcdef01', '12345678', '9e9e9e9e', '00000000', 'ffffffff'];
  const drawn = texts.map((text) => failedAt('', `{"name":"x ${text}"}`));
  expect(await decided(...drawn)).toMatchObject({ decision: drawn[5], plays: 6 });
});

test('server errors that come in another place in each attempt decide nothing', async () => {
  const others = Array.from({ length: 8 }, (_, number) => failedAt(`?option-${number}=1`));
  expect(await decided(...others)).toMatchObject({ decision: { outcome: 'inconclusive', kind: 'overload' }, plays: 8 });
});

test('a failure about something else decides nothing where each attempt met a server error in another place', async () => {
  const others = Array.from({ length: 8 }, (_, number): Decision => {
    const { finding, ...decision } = failedAt(`?option-${number}=1`);
    return { ...decision, finding: { message: 'some actions are on no page' } as InputFinding };
  });
  let plays = 0;
  const retry = new Retry(1_000, undefined, async () => undefined);
  const play = async () => {
    const met = failedAt(`?option-${plays}=1`);
    return { ...attemptOf(met), decision: others[plays++] ?? failed };
  };
  expect(await retry.untilConclusive(play, async () => false)).toMatchObject({ outcome: 'inconclusive' });
});

test('a failure without a server error is played once', async () => {
  expect(await decided(failed)).toMatchObject({ plays: 1 });
});

const progress: Decision = { outcome: 'inconclusive', judged: 0, kind: 'progress' };

test('an input that the progress of the target prevents in every attempt does not apply', async () => {
  expect(await decidedOn(true, progress)).toMatchObject({ decision: { outcome: 'not-applicable' }, plays: 6 });
});

test('an input that the progress of the target prevents once is decided by a further attempt', async () => {
  expect(await decidedOn(true, progress, failed)).toMatchObject({ decision: failed, plays: 2 });
});

test('such an input stays inconclusive on a target that does not move actions by itself', async () => {
  expect(await decided(progress)).toMatchObject({ decision: progress, plays: 1 });
});
