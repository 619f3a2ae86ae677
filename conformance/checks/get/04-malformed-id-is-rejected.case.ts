import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import type { Action } from '../../engine/world/world.js';

/** An id that no server makes, from one that the target made. */
interface Malformed {
  readonly says: string;
  readonly from: (id: string) => string;
}

const inputs: readonly Malformed[] = [
  { says: 'a plain sentence', from: () => 'no such action' },
  { says: 'a quote that could end a literal', from: (id) => `${id}' or '1' eq '1` },
  { says: 'an encoded slash', from: (id) => `${id}/x` },
  { says: 'a percent sign and what looks like an escape', from: () => '%00%zz' },
  { says: 'a NUL', from: (id) => `${id}\u0000` },
  { says: 'letters beyond ASCII', from: () => 'Maßnahme-行動-🛡' },
  { says: 'a pattern', from: () => '*' },
  { says: 'an id written twice', from: (id) => `${id}-${id}` },
  { says: 'an id without its second half', from: (id) => `${id.slice(0, Math.floor(id.length / 2))}~` },
  { says: '500 characters', from: () => 'x'.repeat(500) },
];

export default scenario('GET-4', {
  each: inputs,
  named: ({ says }) => says,
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: (world, action: Action, { says, from }) => world.get(from(action.id), { defect: says }),
  then: (reply) => expectStatus(reply, 404, 400),
});
