import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { expectRejection } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { idAfterWriterControl, type OperationCall, writeOperations } from './_operations.js';

/** An invalid body and how it is sent. */
interface InvalidBody {
  readonly name: string;
  readonly body?: unknown;
  readonly send: Send;
}

const wrongTypes: InvalidBody = {
  name: 'properties of the wrong type',
  body: { name: 5, parameters: 'none' },
  send: {},
};
/** A stateless mock rejects these bodies before it checks the token, so they are sent only to other targets. */
const unreadable: readonly InvalidBody[] = [
  { name: 'truncated JSON', send: { raw: '{"name":' } },
  { name: 'another media type', body: {}, send: { headers: { 'content-type': 'application/xml' } } },
];

function inputs(world: World): readonly { operation: OperationCall; invalid: InvalidBody }[] {
  const bodies = world.profile.class === 'stateless' ? [wrongTypes] : [wrongTypes, ...unreadable];
  return writeOperations(world).flatMap((operation) =>
    bodies
      .filter((invalid) => operation.name !== 'cancel' || invalid !== wrongTypes)
      .map((invalid) => ({ operation, invalid })),
  );
}

export default scenario('AUTH-11', {
  inTurn: true,
  each: inputs,
  named: ({ operation, invalid }) => `${operation.name} with ${invalid.name}`,
  given: (world, { operation }) => idAfterWriterControl(world, operation),
  when: (world, id, { operation, invalid: { name, body, send } }) => {
    const wrong = { ...send, as: 'anonymous', defect: `no token, and ${name}` } as const;
    if (operation.name === 'create') return world.create(body, wrong);
    return operation.name === 'cancel' ? world.cancel(id, { ...wrong, body }) : world.update(id, body, wrong);
  },
  then: (reply) => expectRejection(reply, 401),
});
