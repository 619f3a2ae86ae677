import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectEqual, expectHeader } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { actionForAll, supportedOperations } from '../auth/_operations.js';

/** A request to which a `client-request-id` is added. */
interface TracedRequest {
  readonly name: string;
  readonly send: (world: World, id: string, send: Send) => Promise<Reply>;
}

/** Requests that a server rejects at different stages: authorization, parsing, validation and look-up. */
const invalidRequests: readonly TracedRequest[] = [
  { name: 'get without a token', send: (world, id, send) => world.get(id, { ...send, as: 'anonymous' }) },
  { name: 'get of an unknown id', send: (world, _id, send) => world.get(world.unknownId(), send) },
  { name: 'cancel of an unknown id', send: (world, _id, send) => world.cancel(world.unknownId(), send) },
  {
    name: 'create without parameters',
    send: (world, _id, send) => world.create({ name: 'BlockIp' }, { ...send, defect: 'no parameters' }),
  },
  {
    name: 'create with truncated JSON',
    send: (world, _id, send) => world.create({}, { ...send, raw: '{"name":', defect: 'truncated JSON' }),
  },
];

export default scenario('HTTP-2', {
  each: (world): readonly TracedRequest[] => [...supportedOperations(world), ...invalidRequests],
  named: ({ name }) => name,
  given: (world, { name }) => (name === 'update' || name === 'cancel' ? world.action() : actionForAll(world)),
  /** Sends two ids, because a server may keep the first one for the connection. */
  when: async (world, action, { send }) => {
    const sendWithId = async (sent: string) => ({
      sent,
      reply: await send(world, action.id, { headers: { 'client-request-id': sent } }),
    });
    return [await sendWithId(world.draw.guid()), await sendWithId(world.draw.guid())];
  },
  then: (exchanges) => {
    for (const { sent, reply } of exchanges) {
      expectEqual(expectHeader(reply, 'client-request-id'), sent, 'header client-request-id', reply.exchange);
    }
  },
});
