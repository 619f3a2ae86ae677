import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { expectRefusal, expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { expectMade, make } from './_create-and-read.js';

/** Judges an action that was made from a body with members that belong to the server. */
type Judge = (shown: ObservedObject, sent: ObservedObject, exchange: Exchange) => void;

/**
 * A case in which a create sends what belongs to the server: it is refused with 400, or goes on as if that had not been sent, in its
 * answer and in the next get. The same target takes a body without it, so a refusal means something.
 */
export function notAdopted(id: Case['id'], further: (world: World) => readonly BodyInput[], judge: Judge): Case {
  return scenario(id, {
    each: (world) => [...fixtureInputs(world, ({ requirement }) => requirement === id), ...further(world)],
    named: says,
    given: (world) => world.action(),
    when: (world, _, { body }) => make(world, body),
    then: (made, _, { body }) => {
      if (made.reply.status !== 201) expectRefusal(made.reply, 400);
      else expectMade(made, (shown, exchange) => judge(shown, body as ObservedObject, exchange));
    },
  });
}

/** Expects a member to show anything but what was sent; texts are compared without regard to case, dates as instants. */
export function expectOther(name: string): Judge {
  return (shown, sent, exchange) => {
    expectThat(!same(shown[name], sent[name]), {
      message: `the value that the client sent as ${name} was adopted`,
      expected: `a value of the server's own, or none`,
      received: shown[name],
      at: `/${name}`,
      exchange,
    });
  };
}

/** Whether two values are the same text in any case, or the same instant. */
export function same(one: unknown, other: unknown): boolean {
  const [a, b] = [instant(one), instant(other)];
  if (a !== undefined && b !== undefined) return a === b;
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();
}
