import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

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

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

/** The requirements about what a create stores see it too. */
const texts = { alsoFails: ['CREATE-11', 'CREATE-12'] } as const;

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

export const mutants = [
  mutant('HTTP-13', 'the texts of a create are read as Latin-1', stored(latin1), texts),
  mutant('HTTP-13', 'a body is decoded block by block', decoded(inBlocks), { alsoFails: ['CREATE-12'] }),
  mutant(
    'HTTP-13',
    'texts are normalised',
    stored((text) => text.normalize('NFC')),
    texts,
  ),
  mutant(
    'HTTP-13',
    'the store keeps the basic plane alone',
    stored((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    texts,
  ),
  mutant(
    'HTTP-13',
    'texts are trimmed',
    stored((text) => text.trim()),
    texts,
  ),
  mutant(
    'HTTP-13',
    'a byte order mark is dropped wherever it stands',
    stored((text) => text.replaceAll('\ufeff', '')),
  ),
  mutant(
    'HTTP-13',
    'the two halves of an escaped character are read apart',
    decoded((bytes) =>
      Buffer.from(bytes)
        .toString()
        .replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\\ufffd'),
    ),
  ),
  mutant(
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
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'HTTP-13',
    'a get is written in Latin-1',
    {
      fetch: editActions(on('get'), ({ actionReason, ...action }) => ({
        ...action,
        actionReason: typeof actionReason === 'string' ? actionReason.replace(/[\u0100-\uffff]/g, '?') : actionReason,
      })),
    },
    { alsoFails: ['CREATE-11', 'RESOURCE-18', 'UPDATE-4'] },
  ),
];
