import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { preview } from '../../engine/evidence/preview.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectRejection, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** Judges an action that was created from a body with members that only the server sets. */
type JudgeCreated = (shown: ObservedObject, sent: ObservedObject, exchange: Exchange) => void;

/**
 * A case in which a create sends a member that only the server sets. It must be rejected with 400, or `judge` must accept the action in
 * the response and in the next get. The control is a create without the member.
 */
export function notAdopted(id: Case['id'], further: (world: World) => readonly BodyInput[], judge: JudgeCreated): Case {
  return scenario(id, {
    each: (world) => [...fixtureInputs(world, ({ requirement }) => requirement === id), ...further(world)],
    named: inputName,
    given: ({ shared }) => shared.once('control', (world) => world.action()),
    when: (world, _, { body }) => createAndRead(world, body),
    then: (result, _, { body }) => {
      if (!isSuccess(result.reply)) expectRejection(result.reply, 400);
      else expectCreated(result, (shown, exchange) => judge(shown, body as ObservedObject, exchange));
    },
  });
}

/** Expects a member to differ from the value that was sent. Strings are compared without regard to case, dates as instants. */
export function expectNotAdopted(name: string): JudgeCreated {
  return (shown, sent, exchange) => {
    expectThat(!isSameValue(shown[name], sent[name]), {
      message: `the server adopted the ${name} that the client sent`,
      expected: 'a value that the server chose, or none',
      received: preview(shown[name]),
      at: `/${name}`,
      exchange,
    });
  };
}

/** Whether two values are the same string in any case, or the same instant. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const [a, b] = [instant(one), instant(other)];
  if (a !== undefined && b !== undefined) return a === b;
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();
}
