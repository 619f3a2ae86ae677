import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { editActions, on } from '../wire.js';

type Json = Readonly<Record<string, unknown>>;

/** The texts of a new action are changed before they are stored. */
function stored(change: (text: string) => string): Difference {
  const anew = <Text extends string | null | undefined>(text: Text) => (text ? change(text) : text);
  return {
    behaviour: (right) => ({
      newAction: (body, context) => {
        const parameters = body.parameters?.map(({ name, value }) => ({ name, value: anew(value) ?? null }));
        const texts = { actionReason: anew(body.actionReason) ?? null, ...(parameters && { parameters }) };
        return right.newAction({ ...body, ...texts }, context);
      },
    }),
  };
}

/** A body is made into text in another way. */
function decoded(text: (bytes: Uint8Array) => string): Difference {
  return { behaviour: (right) => ({ parseObject: (bytes) => right.parseObject(Buffer.from(text(bytes))) }) };
}

/** Blocks of a body are decoded one by one, and a character that two of them share is lost. */
function inBlocks(bytes: Uint8Array): string {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += 1024) blocks.push(new TextDecoder().decode(bytes.subarray(at, at + 1024)));
  return blocks.join('');
}

/** Objects of a body are read in one go, so that where a member stands decides what becomes of it. */
function inOrder(read: (object: Json) => Json): Difference {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (typeof value !== 'object' || value === null) return value;
    return read(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)])));
  };
  return { behaviour: (right) => ({ parseObject: (bytes) => each(right.parseObject(bytes)) as Json }) };
}

const before = (object: Json, one: string, other: string) => {
  const names = Object.keys(object);
  return names.includes(one) && names.includes(other) && names.indexOf(one) < names.indexOf(other);
};

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

/** The requirements about what a create stores see it too. */
const texts = { relatives: ['CREATE-11', 'CREATE-12'] } as const;

export const slips = [
  slip('HTTP-13', 'the texts of a create are read as Latin-1', stored(latin1), texts),
  slip('HTTP-13', 'a body is decoded block by block', decoded(inBlocks), { relatives: ['CREATE-12'] }),
  slip(
    'HTTP-13',
    'texts are normalised',
    stored((text) => text.normalize('NFC')),
    texts,
  ),
  slip(
    'HTTP-13',
    'the store keeps the basic plane alone',
    stored((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    texts,
  ),
  slip(
    'HTTP-13',
    'texts are trimmed',
    stored((text) => text.trim()),
    texts,
  ),
  slip(
    'HTTP-13',
    'a byte order mark is dropped wherever it stands',
    stored((text) => text.replaceAll('\ufeff', '')),
  ),
  slip(
    'HTTP-13',
    'the two halves of an escaped character are read apart',
    decoded((bytes) =>
      Buffer.from(bytes)
        .toString()
        .replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\\ufffd'),
    ),
  ),
  slip(
    'HTTP-13',
    'an update is stored in Latin-1',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const { actionReason } = patch;
          return right.applyPatch(
            action,
            { ...patch, ...(actionReason && { actionReason: latin1(actionReason) }) },
            change,
          );
        },
      }),
    },
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'HTTP-13',
    'a get is written in Latin-1',
    {
      fetch: editActions(on('get'), ({ actionReason, ...action }) => ({
        ...action,
        actionReason: typeof actionReason === 'string' ? actionReason.replace(/[\u0100-\uffff]/g, '?') : actionReason,
      })),
    },
    { relatives: ['CREATE-11', 'RESOURCE-18', 'UPDATE-4'] },
  ),
  slip(
    'HTTP-14',
    'the type of an object has to come first',
    inOrder((object) => {
      if (Object.keys(object).indexOf('@odata.type') > 0)
        throw new Refusal(400, 'The type annotation has to come first.');
      return object;
    }),
  ),
  slip(
    'HTTP-14',
    'a value that comes before its name is lost',
    inOrder((object) => (before(object, 'value', 'name') ? { ...object, value: null } : object)),
  ),
  slip(
    'HTTP-14',
    'what stands before the type of an object is not read',
    inOrder((object) => {
      const at = Object.keys(object).indexOf('@odata.type');
      return at > 0 ? Object.fromEntries(Object.entries(object).slice(at)) : object;
    }),
  ),
];
