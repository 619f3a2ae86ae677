import { expect, test } from 'vitest';
import { scenario } from '../../check.js';
import { BlockedByPolicy, ConfigurationError, Inconclusive, KitFault, NotObserved } from '../../errors.js';
import type { Reply } from '../../evidence/reply.js';
import { expectEqual, expectStatus } from '../../judge/expect.js';
import { Violation } from '../../judge/violation.js';
import { always, quick, targetOf, worldOn } from '../../testing.js';
import type { World } from '../../world/world.js';
import { play } from './play.js';

const isOk = (reply: Reply) => expectStatus(reply, 200);
const read = (world: World) => world.get('1');

/** Plays a case with these parts on a target that always responds with 200. */
async function played(parts: Partial<Parameters<typeof scenario<Reply, unknown, string>>[1]>, options = quick()) {
  const check = scenario<Reply, unknown, string>('GET-1', { when: read, then: isOk, ...parts });
  const world = worldOn(targetOf(always(200, { id: '1' })), { options });
  return play(check, 'the input', world, world.exchanges);
}

const failing = (error: unknown) => () => {
  throw error;
};
const violation = new Violation({ message: 'm', expected: 'e', received: 'r' });

test('a case whose expectations hold passes, with the number of judgements', async () => {
  const then = (reply: Reply) => {
    isOk(reply);
    isOk(reply);
  };
  expect(await played({ then })).toEqual({ outcome: 'passed', judged: 2 });
});

test('a violation in `then` makes the input fail, with its name and the last exchange', async () => {
  const then = (reply: Reply) => {
    isOk(reply);
    expectEqual(1, 2, '/x');
  };
  expect(await played({ then, named: (input) => `<${input}>` })).toMatchObject({
    outcome: 'failed',
    judged: 2,
    finding: { input: '<the input>', at: '/x', expected: '2', received: '1', exchange: { response: { status: 200 } } },
  });
});

test('a finding keeps the exchange of its expectation', async () => {
  const given = (world: World) => read(world);
  const when = async (world: World) => {
    await world.list();
    return read(world);
  };
  const then = (_: Reply, first: unknown) => expectStatus(first as Reply, 404);
  expect((await played({ given, when, then })).finding?.exchange?.number).toBe(1);
});

test.each(['given', 'when'] as const)(
  'any error in `%s` makes the input inconclusive, with the cause',
  async (phase) => {
    const causes: [unknown, string][] = [
      [new Inconclusive('the cause'), 'the cause'],
      [new TypeError('the cause'), 'the case itself failed: TypeError: the cause'],
      ['the cause', 'the case itself failed: the cause'],
    ];
    for (const [error, message] of causes) {
      const decision = await played({ [phase]: failing(error) });
      expect(decision).toMatchObject({ outcome: 'inconclusive', judged: 0, finding: { message } });
      expect(decision.kind).toBe('precondition');
    }
  },
);

test.each(['given', 'when'] as const)('a violation in `%s` is inconclusive', async (phase) => {
  expect(await played({ [phase]: failing(violation) })).toMatchObject({
    outcome: 'inconclusive',
    finding: { message: 'm' },
  });
});

test('an inconclusive input has the exchange of the error, or the last one', async () => {
  const when = async (world: World) => {
    const first = await read(world);
    await read(world);
    throw new Inconclusive('x', first.exchange);
  };
  expect((await played({ when })).finding?.exchange?.number).toBe(1);
  const late = async (world: World) => {
    await read(world);
    await read(world);
    throw new Error('x');
  };
  expect((await played({ when: late })).finding?.exchange?.number).toBe(2);
});

test('NotObserved makes the input not applicable', async () => {
  expect(await played({ when: failing(new NotObserved('no 503')) })).toMatchObject({ outcome: 'not-applicable' });
});

test('a request that the safety policy blocks is inconclusive with that kind', async () => {
  const blocked = await played({ when: failing(new BlockedByPolicy('no')) });
  expect(blocked).toMatchObject({ outcome: 'inconclusive', kind: 'safety-policy' });
});

test.each([new KitFault('x'), new ConfigurationError('x')])('%s in `given` or `when` ends the run', async (error) => {
  await expect(played({ given: failing(error) })).rejects.toBe(error);
  await expect(played({ when: failing(error) })).rejects.toBe(error);
});

test.each([new TypeError('deep inside'), new Inconclusive('deep inside'), new KitFault('deep inside'), 'deep inside'])(
  '%s in `then` is a fault of the kit',
  async (error) => {
    const outcome = played({ then: failing(error) });
    await expect(outcome).rejects.toThrow(KitFault);
    await expect(outcome).rejects.toThrow(/GET-1.*deep inside/s);
  },
);

test('a case that judges nothing is a fault of the kit', async () => {
  await expect(played({ then: () => undefined })).rejects.toThrow(/GET-1: the case judged nothing/);
});

test('a case passes only with at least one response', async () => {
  const when = async () => undefined as unknown as Reply;
  const then = () => expectEqual(1, 1, '');
  expect(await played({ when, then })).toMatchObject({
    outcome: 'inconclusive',
    finding: { message: 'no response was received' },
  });
});

test('an input without a response is inconclusive', async () => {
  const world = worldOn(targetOf(failing(new Error('gone'))));
  const check = scenario('GET-1', { when: read, then: isOk });
  expect(await play(check, undefined, world, world.exchanges)).toMatchObject({
    outcome: 'inconclusive',
    finding: {
      input: '',
      message: expect.stringContaining('gone'),
      exchange: { failure: expect.stringContaining('gone') },
    },
  });
});
