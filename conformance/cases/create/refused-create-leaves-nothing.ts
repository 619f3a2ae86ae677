import type { Send } from '../../kit/api.js';
import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { Undecided } from '../../kit/violation.js';
import type { World } from '../../kit/world.js';

/** Refused creates carry a text of their own; a good one, sent after them, shows that the list has come so far and shows such texts. */
export default scenario('CREATE-55', {
  given: (world) => attempts(world),
  when: async (world, all) => {
    const refused: string[] = [];
    for (const { marker, body, send } of all) {
      const { status } = await world.create(body, send);
      if (status >= 400 && status < 500) refused.push(marker);
    }
    if (refused.length === 0) throw new Undecided('no create was refused');
    const sentinel = world.text('After the refused');
    await world.action({ body: world.body({ actionReason: sentinel }) });
    const listed = await world.eventually(
      () => listText(world),
      (text) => text.includes(sentinel),
    );
    if (!listed.includes(sentinel)) throw new Undecided('the list does not show the text of a good create');
    return { refused, listed };
  },
  then: ({ refused, listed }) => {
    for (const marker of refused) {
      const received = `an action with the text ${marker}`;
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

/** Defects that a server notices early or late: in the envelope, in the last pair, in who asks. */
function attempts(world: World): readonly Attempt[] {
  const attempt = (defect: string, change: (body: object) => unknown, send: Send = {}): Attempt => {
    const marker = world.text('Refused');
    return { marker, body: change(world.body({ actionReason: marker })), send: { defect, ...send } };
  };
  const cut = attempt('the body is cut short', (body) => body);
  const good = { name: 'IP', value: '192.0.2.1' };
  return [
    attempt('no parameters', (body) => ({ ...body, parameters: undefined })),
    attempt('parameters are a text', (body) => ({ ...body, parameters: 'IP' })),
    attempt('a nameless pair after a good one', (body) => ({ ...body, parameters: [good, { value: 'x' }] })),
    attempt('a name that is a number', (body) => ({ ...body, name: 5 })),
    attempt('a long context', (body) => ({ ...body, clientContext: 'x'.repeat(257) })),
    attempt('an unknown status', (body) => ({ ...body, status: 'Done' })),
    attempt('another media type', (body) => body, { headers: { 'content-type': 'text/plain' } }),
    attempt('no token', (body) => body, { as: 'anonymous' }),
    { ...cut, send: { ...cut.send, raw: JSON.stringify(cut.body).slice(0, -1) } },
  ];
}
