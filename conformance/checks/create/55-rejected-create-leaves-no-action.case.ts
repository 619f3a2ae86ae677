import { scenario } from '../../engine/check.js';
import { Inconclusive, NotObserved } from '../../engine/errors.js';
import type { Send } from '../../engine/http/api.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';

const inputs = [
  { says: 'for what was sent', attempts: invalid, Otherwise: Inconclusive },
  // Whether these are refused at all is the business of the AUTH inputs.
  { says: 'for who sent it', attempts: unable, Otherwise: NotObserved },
];

/** Refused creates carry a text of their own; a good one, sent after them, shows that the list has come so far and shows such texts. */
export default scenario('CREATE-55', {
  each: inputs,
  named: ({ says }) => `refused ${says}`,
  when: async (world, _, { attempts, Otherwise }) => {
    const refused: Attempt[] = [];
    for (const attempt of attempts(world)) {
      const { status } = await world.create(attempt.body, attempt.send);
      if (status >= 400 && status < 500) refused.push(attempt);
    }
    if (refused.length === 0) throw new Otherwise('no create was refused');
    const sentinel = world.text('After the refused');
    await world.action({ body: world.body({ actionReason: sentinel }) });
    const listed = await world.eventually(
      () => listText(world),
      (text) => text.includes(sentinel),
    );
    if (!listed.includes(sentinel)) throw new Inconclusive('the list does not show the text of a good create');
    return { refused, listed };
  },
  then: ({ refused, listed }) => {
    for (const { marker, send } of refused) {
      const received = `an action with the text ${marker}, which came ${send.as ? `as ${send.as}` : `with ${send.defect}`}`;
      expectThat(!listed.includes(marker), {
        expected: 'no action made from a refused create',
        received,
        at: '/value',
      });
    }
  },
});

interface Attempt {
  readonly marker: string;
  readonly body: unknown;
  readonly send: Send;
}

async function listText(world: World): Promise<string> {
  return JSON.stringify(await world.elements());
}

function attempt(world: World, send: Send, change: (body: object) => unknown = (body) => body): Attempt {
  const marker = world.text('Refused');
  return { marker, body: change(world.body({ actionReason: marker })), send };
}

/** Good bodies of callers who may not create: no token, a token that is none, and one for each identity that was given. */
function unable(world: World): readonly Attempt[] {
  const { identities } = world.profile;
  const given = (['reader', 'stranger', 'delegated', 'expired'] as const).filter((one) => identities.has(one));
  const altered: readonly Send[] = identities.has('writer') ? [{ altered: true, defect: 'an altered token' }] : [];
  return [{ as: 'anonymous' as const }, ...altered, ...given.map((as) => ({ as }))].map((send) => attempt(world, send));
}

/** Defects that a server notices early or late: in the envelope, in the last pair, at the end of the text. */
function invalid(world: World): readonly Attempt[] {
  const defective = (defect: string, change: (body: object) => unknown, send: Send = {}) =>
    attempt(world, { defect, ...send }, change);
  const cut = defective('a body that is cut short', (body) => body);
  const good = { name: 'IP', value: '192.0.2.1' };
  return [
    defective('no parameters', (body) => ({ ...body, parameters: undefined })),
    defective('parameters that are a text', (body) => ({ ...body, parameters: 'IP' })),
    defective('a nameless pair after a good one', (body) => ({ ...body, parameters: [good, { value: 'x' }] })),
    defective('a name that is a number', (body) => ({ ...body, name: 5 })),
    defective('a long context', (body) => ({ ...body, clientContext: 'x'.repeat(257) })),
    defective('an unknown status', (body) => ({ ...body, status: 'Done' })),
    defective('another media type', (body) => body, { headers: { 'content-type': 'text/plain' } }),
    { ...cut, send: { ...cut.send, raw: JSON.stringify(cut.body).slice(0, -1) } },
  ];
}
