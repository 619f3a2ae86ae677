import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { unlessInconclusive } from '../../engine/errors.js';
import { isSuccess, member, type Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual, expectSuccess } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { World } from '../../engine/world/world.js';
import { rejectedForItself } from '../create/_create-and-read.js';
import { escapedJson, randomUnicodeText, unusualTexts } from './_texts.js';

interface TextInput {
  readonly name: string;
  readonly text: string;
  /** Writes the body in place of `JSON.stringify`. */
  readonly write?: typeof escapedJson;
}

function inputs(world: World): readonly TextInput[] {
  const plain = Object.entries(unusualTexts).map(([name, text]) => ({ name, text }));
  const random = [30, 200].map((length) => ({
    name: `${length} random characters`,
    text: randomUnicodeText(world.draw, length),
  }));
  const escaped = [...plain.filter(({ text }) => text.length < 100), ...random.slice(0, 1)];
  return [
    ...plain,
    ...random,
    ...escaped.map((input) => ({ ...input, name: `${input.name}, escaped`, write: escapedJson })),
  ];
}

type BodyTexts = ReturnType<typeof bodyWith>;

/** Parts of a body with the reason and, unless the target limits parameters, each text as a name, at the start of a value, and as a value. */
function bodyWith(world: World, actionReason: string, ...texts: readonly string[]) {
  const pairs = texts.flatMap((text, index) => [
    { name: text, value: `${text}!` },
    { name: `Comment${index || ''}`, value: text },
  ]);
  const parameters = [{ name: 'IP', value: '192.0.2.1' }, ...pairs];
  return { actionReason, parameters: world.adapted({ parameters }).parameters ?? parameters };
}

/** The texts of all inputs. They are joined in the reason, with spaces at both ends that a server may trim. */
function bodyWithAll(world: World, end = ''): BodyTexts {
  const random = [30, 200].map((length) => randomUnicodeText(world.draw, length));
  const texts = [...Object.values(unusualTexts), ...random].map((text) => text + end);
  const spaces = unusualTexts['white space beyond ASCII at both ends'] + end;
  const others = texts.filter((text) => text !== spaces);
  return bodyWith(world, [spaces, ...others, spaces].join(' | '), ...texts);
}

/** What a create sent, and the responses to it and to a get after it. */
interface Created {
  readonly sent: BodyTexts;
  readonly replies: readonly Reply[];
}

/** What a PATCH sent, and the responses to it and to a get after it. */
interface Update {
  readonly sent: BodyTexts;
  readonly patched: Reply;
  readonly changed: Reply;
}

async function createWith(world: World, sent: BodyTexts, write: TextInput['write']): Promise<Created> {
  const body = world.body(sent);
  const created = await world.create(body, { raw: write?.(body) });
  if (created.status === 403 || created.status === 406)
    return { sent, replies: [await rejectedForItself(world, body, created)] };
  return { sent, replies: [created, await world.get(world.entity(created).id)] };
}

/** A create with the texts of all inputs, unless they do not come back as they were sent: then each input needs a create of its own. */
async function createTogether(world: World, write: TextInput['write']): Promise<Created | undefined> {
  if (world.profile.class === 'stateless') return undefined;
  return world.shared.once(write ? 'all texts, escaped' : 'all texts', async (own) => {
    const created = await unlessInconclusive(createWith(own, bodyWithAll(own), write));
    return created?.replies.every((reply) => isDeepStrictEqual(textsIn(reply), unordered(created.sent)))
      ? created
      : undefined;
  });
}

/** The end of each text that a PATCH sends, which makes it another one than that of the create. */
const changedEnd = '~';

async function patchAndRead(world: World, id: string, sent: BodyTexts, write?: TextInput['write']): Promise<Update> {
  return { sent, patched: await world.update(id, sent, { raw: write?.(sent) }), changed: await world.get(id) };
}

function isShown({ changed, sent }: Update): boolean {
  return isDeepStrictEqual(textsIn(changed), unordered(sent));
}

/** A PATCH with the texts of all inputs to the action that was created with them, under the same condition. */
async function patchTogether(world: World, id: string, write: TextInput['write']): Promise<Update | undefined> {
  return world.shared.once(write ? 'a PATCH of all texts, escaped' : 'a PATCH of all texts', async (own) => {
    const update = await unlessInconclusive(patchAndRead(own, id, bodyWithAll(own, changedEnd), write));
    return update && isSuccess(update.patched) && isShown(update) ? update : undefined;
  });
}

export default scenario('HTTP-13', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  given: (world, { text }) => ({
    first: bodyWith(world, text, text),
    second: bodyWith(world, text + changedEnd, text + changedEnd),
  }),
  when: async (world, { first, second }, { write }) => {
    const together = await createTogether(world, write);
    const created = together ?? (await createWith(world, first, write));
    const [reply, shown] = created.replies;
    if (!reply || !shown || !world.profile.features.update.offered) return { created };
    const { id: createdId } = world.entity(reply);
    const changedTogether = together && (await patchTogether(world, createdId, write));
    if (changedTogether) return { created, update: changedTogether };
    const id = together ? (await actionInTurn(world, { isRead: false })).id : createdId;
    const update = await patchAndRead(world, id, second, write);
    if (isShown(update)) return { created, update };
    // The control is a PATCH with plain text. If it fails too, the requirements about updates judge the defect.
    const control = await patchAndRead(world, id, bodyWith(world, 'plain text', 'plain text'));
    return { created, ...(isShown(control) && { update }) };
  },
  then: ({ created, update }: { created: Created; update?: Update }) => {
    for (const reply of created.replies) expectTexts(reply, created.sent);
    if (!update) return;
    // A create with nearly the same text was accepted.
    expectSuccess(update.patched);
    expectTexts(update.changed, update.sent);
  },
});

function expectTexts(reply: Reply, sent: BodyTexts): void {
  expectEntity(reply);
  const { actionReason, parameters } = textsIn(reply);
  expectEqual(actionReason, sent.actionReason, '/actionReason', reply.exchange);
  expectEqual(parameters, unordered(sent).parameters, '/parameters', reply.exchange);
}

function textsIn({ body }: Reply): Texts {
  return unordered({ actionReason: member(body, 'actionReason'), parameters: member(body, 'parameters') });
}

interface Texts {
  readonly actionReason: unknown;
  readonly parameters: unknown;
}

/** The texts with the pairs in one order, whatever that of the body is: CREATE-13 judges it. */
function unordered({ actionReason, parameters }: Texts): Texts {
  if (!Array.isArray(parameters)) return { actionReason, parameters };
  const pairs = parameters.map((one: unknown) => ({ name: member(one, 'name'), value: member(one, 'value') }));
  const key = ({ name, value }: (typeof pairs)[number]) => JSON.stringify([name, value]);
  return { actionReason, parameters: pairs.sort((one, other) => (key(one) < key(other) ? -1 : 1)) };
}
