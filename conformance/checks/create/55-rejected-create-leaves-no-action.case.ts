import { scenario } from '../../engine/check.js';
import { Inconclusive, NotObserved } from '../../engine/errors.js';
import type { Send } from '../../engine/http/api.js';
import { expectThat } from '../../engine/judge/expect.js';
import { untilShown } from '../../engine/world/in-time.js';
import { elementsOf, type World } from '../../engine/world/world.js';

const inputs = [
  { name: 'rejected because of the body', creates: invalidCreates, Otherwise: Inconclusive },
  // The AUTH requirements judge whether these are rejected at all.
  { name: 'rejected because of the caller', creates: unauthorizedCreates, Otherwise: NotObserved },
];

/** Each rejected create has a unique text. A valid create after them shows that the list is up to date and shows such texts. */
export default scenario('CREATE-55', {
  listsAll: true,
  each: inputs,
  named: ({ name }) => name,
  when: async (world, _, { creates, Otherwise }) => {
    const rejected: MarkedCreate[] = [];
    for (const create of creates(world)) {
      const { status } = await world.create(create.body, create.send);
      if (status >= 400 && status < 500) rejected.push(create);
    }
    if (rejected.length === 0) throw new Otherwise('no create was rejected');
    const sentinel = world.text('After the rejected creates');
    await world.action({ body: world.body({ actionReason: sentinel }) });
    // The list may be behind (CREATE-10), but it never shows a rejected create, not even for a while.
    const showsRejected = (text: string) => rejected.some(({ marker }) => text.includes(marker));
    const listed = await untilShown(
      world,
      'the list showed new actions',
      () => listText(world),
      (text) => text.includes(sentinel) || showsRejected(text),
    );
    if (!listed.includes(sentinel) && !showsRejected(listed))
      throw new Inconclusive('the list does not show the text of a valid create');
    return { rejected, listed };
  },
  then: ({ rejected, listed }) => {
    for (const { marker, send } of rejected) {
      const received = `an action with the text ${marker}, which was sent ${howSent(send)}`;
      expectThat(!listed.includes(marker), {
        expected: 'no action from a rejected create',
        received,
        at: '/value',
      });
    }
  },
});

function howSent({ as, defect }: Send): string {
  if (as === 'anonymous') return 'without a token';
  return `with ${as ? `the token of ${as}` : defect}`;
}

/** A create with a unique text in its body. */
interface MarkedCreate {
  readonly marker: string;
  readonly body: unknown;
  readonly send: Send;
}

async function listText(world: World): Promise<string> {
  return JSON.stringify(elementsOf(await world.recentPages()));
}

function markedCreate(world: World, send: Send, change: (body: object) => unknown = (body) => body): MarkedCreate {
  const marker = world.text('Rejected');
  return { marker, body: change(world.body({ actionReason: marker })), send };
}

/** Valid bodies from callers without permission: no token, an altered token, and each configured identity. */
function unauthorizedCreates(world: World): readonly MarkedCreate[] {
  const { identities } = world.profile;
  const given = (['reader', 'stranger', 'delegated', 'expired'] as const).filter((one) => identities.has(one));
  const altered: readonly Send[] = identities.has('writer') ? [{ altered: true, defect: 'an altered token' }] : [];
  return [{ as: 'anonymous' as const }, ...altered, ...given.map((as) => ({ as }))].map((send) =>
    markedCreate(world, send),
  );
}

/** Defects that a server detects at different stages: in the headers, in the last pair, at the end of the text. */
function invalidCreates(world: World): readonly MarkedCreate[] {
  const defective = (defect: string, change: (body: object) => unknown, send: Send = {}) =>
    markedCreate(world, { defect, ...send }, change);
  const truncated = defective('a truncated body', (body) => body);
  const valid = { name: 'IP', value: '192.0.2.1' };
  return [
    defective('no parameters', (body) => ({ ...body, parameters: undefined })),
    defective('parameters that are a string', (body) => ({ ...body, parameters: 'IP' })),
    defective('a pair without a name after a valid one', (body) => ({ ...body, parameters: [valid, { value: 'x' }] })),
    defective('a numeric name', (body) => ({ ...body, name: 5 })),
    defective('a clientContext of 257 characters', (body) => ({ ...body, clientContext: 'x'.repeat(257) })),
    defective('an unknown status', (body) => ({ ...body, status: 'Done' })),
    defective('the media type text/plain', (body) => body, { headers: { 'content-type': 'text/plain' } }),
    { ...truncated, send: { ...truncated.send, raw: JSON.stringify(truncated.body).slice(0, -1) } },
  ];
}
