import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { shownId } from '../../engine/evidence/lenient.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { isSlashRedirect } from '../../engine/judge/slash-redirect.js';
import type { Action } from '../../engine/world/world.js';

/** How to derive a malformed id from an id of the target. */
interface MalformedId {
  readonly name: string;
  readonly from: (id: string) => string;
  /** A status that HTTP allows for such a URL (decision 0073). */
  readonly alsoAllows?: readonly number[];
}

const inputs: readonly MalformedId[] = [
  { name: 'id that is a sentence', from: () => 'no such action' },
  { name: 'id with a quote', from: (id) => `${id}' or '1' eq '1` },
  { name: 'id with an encoded slash', from: (id) => `${id}/x` },
  { name: 'id with a percent sign and an invalid escape', from: () => '%00%zz' },
  { name: 'id with a NUL', from: (id) => `${id}\u0000` },
  { name: 'id with characters outside ASCII', from: () => 'Maßnahme-行動-🛡' },
  { name: 'id that is a wildcard', from: () => '*' },
  { name: 'id repeated twice', from: (id) => `${id}-${id}` },
  { name: 'id without its second half', from: (id) => `${firstHalf(id)}~` },
  { name: 'first half of an id', from: firstHalf },
  { name: 'id of 500 characters', from: () => 'x'.repeat(500), alsoAllows: [414] },
];

function firstHalf(id: string): string {
  return id.slice(0, Math.ceil(id.length / 2));
}

export default scenario('GET-4', {
  each: inputs,
  named: ({ name }) => name,
  given: (world) => world.shared.once('action', async (world) => world.read((await world.action()).id)),
  when: async (world, action: Action, { name, from }) => {
    const reply = await world.get(from(action.id), { defect: name });
    // The half of a short id may be the id of another action.
    if (isSuccess(reply) && shownId(reply.json) === from(action.id))
      throw new NotObserved('there is an action with this id', reply.exchange);
    if (isSlashRedirect(reply))
      throw new NotObserved(`a gateway redirects the request with ${reply.status}`, reply.exchange);
    return reply;
  },
  then: (reply, _, { alsoAllows = [] }) => expectRejection(reply, 404, 400, ...alsoAllows),
});
