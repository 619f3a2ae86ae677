import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { expectRefusal } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type Attempt, allowedToTheWriter, writes } from './_operations.js';

/** A body that is refused to a caller with a token, and how it is sent. */
interface Invalid {
  readonly what: string;
  readonly body?: unknown;
  readonly send: Send;
}

const typed: Invalid = { what: 'members of the wrong type', body: { name: 5, parameters: 'none' }, send: {} };
/** Whether these are noticed before or after the token depends on where a server reads the body; a mock reads it first of all. */
const unreadable: readonly Invalid[] = [
  { what: 'JSON that is cut short', send: { raw: '{"name":' } },
  { what: 'another media type', body: {}, send: { headers: { 'content-type': 'application/xml' } } },
];

function attempts(world: World): readonly { attempt: Attempt; invalid: Invalid }[] {
  const bodies = world.profile.class === 'stateless' ? [typed] : [typed, ...unreadable];
  return writes(world).flatMap((attempt) =>
    bodies.filter((invalid) => attempt.name !== 'cancel' || invalid !== typed).map((invalid) => ({ attempt, invalid })),
  );
}

export default scenario('AUTH-11', {
  each: attempts,
  named: ({ attempt, invalid }) => `${attempt.name} with ${invalid.what}`,
  given: (world, { attempt }) => allowedToTheWriter(world, attempt),
  when: (world, { id }, { attempt: { name }, invalid: { what, body, send } }) => {
    const wrong = { ...send, as: 'anonymous', defect: `no token, and ${what}` } as const;
    if (name === 'create') return world.create(body, wrong);
    return name === 'cancel' ? world.cancel(id, { ...wrong, body }) : world.update(id, body, wrong);
  },
  then: (reply) => expectRefusal(reply, 401),
});
