import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectEqual, expectHeader } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { operations } from '../auth/_operations.js';

interface Asking {
  readonly name: string;
  readonly send: (world: World, id: string, send: Send) => Promise<Reply>;
}

/** Requests that are refused at different depths: at the door, before the body is read, after it, and when the action is looked for. */
const refused: readonly Asking[] = [
  { name: 'a get without a token', send: (world, id, send) => world.get(id, { ...send, as: 'anonymous' }) },
  { name: 'a get of an unknown id', send: (world, _id, send) => world.get(world.unknownId(), send) },
  { name: 'a cancel of an unknown id', send: (world, _id, send) => world.cancel(world.unknownId(), send) },
  {
    name: 'a create without parameters',
    send: (world, _id, send) => world.create({ name: 'BlockIp' }, { ...send, defect: 'no parameters' }),
  },
  {
    name: 'a create that is cut short',
    send: (world, _id, send) => world.create({}, { ...send, raw: '{"name":', defect: 'the body is cut short' }),
  },
];

export default scenario('HTTP-2', {
  each: (world): readonly Asking[] => [...operations(world), ...refused],
  named: ({ name }) => name,
  given: (world) => world.action(),
  /** Twice, as a server may remember the first id for the connection. */
  when: async (world, action, { send }) => {
    const ask = async (sent: string) => ({
      sent,
      reply: await send(world, action.id, { headers: { 'client-request-id': sent } }),
    });
    return [await ask(world.draw.guid()), await ask(world.draw.guid())];
  },
  then: (asked) => {
    for (const { sent, reply } of asked) {
      expectEqual(expectHeader(reply, 'client-request-id'), sent, 'header client-request-id', reply.exchange);
    }
  },
});
