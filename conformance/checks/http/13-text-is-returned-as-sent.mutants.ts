import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { editActions, on } from '../../selftest/server/wire.js';

/** Changes the texts of a new action before they are stored. */
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

/** The requirements about what a create stores fail too. */
const texts = { alsoFails: ['CREATE-11', 'CREATE-12'] } as const;

/** Decodes request bodies in another way. */
function decoded(text: (bytes: Uint8Array) => string): Difference {
  return { behaviour: (right) => ({ parseObject: (bytes) => right.parseObject(Buffer.from(text(bytes))) }) };
}

/** Decodes blocks of 1,024 bytes one by one. A character that spans two blocks is lost. */
function inBlocks(bytes: Uint8Array): string {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += 1024) blocks.push(new TextDecoder().decode(bytes.subarray(at, at + 1024)));
  return blocks.join('');
}

export const mutants = [
  mutant('HTTP-13', 'create reads texts as Latin-1', stored(latin1), texts),
  mutant('HTTP-13', 'request bodies are decoded block by block', decoded(inBlocks)),
  mutant(
    'HTTP-13',
    'create normalizes texts',
    stored((text) => text.normalize('NFC')),
    texts,
  ),
  mutant(
    'HTTP-13',
    'create replaces characters beyond the basic plane',
    stored((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    texts,
  ),
  mutant(
    'HTTP-13',
    'create trims texts',
    stored((text) => text.trim()),
    texts,
  ),
  mutant(
    'HTTP-13',
    'create removes byte order marks',
    stored((text) => text.replaceAll('\ufeff', '')),
  ),
  mutant(
    'HTTP-13',
    'the two halves of an escaped character are decoded separately',
    decoded((bytes) =>
      Buffer.from(bytes)
        .toString()
        .replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\\ufffd'),
    ),
  ),
  mutant(
    'HTTP-13',
    'update stores texts as Latin-1',
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
    'get writes texts as Latin-1',
    {
      fetch: editActions(on('get'), ({ actionReason, ...action }) => ({
        ...action,
        actionReason: typeof actionReason === 'string' ? actionReason.replace(/[\u0100-\uffff]/g, '?') : actionReason,
      })),
    },
    { alsoFails: ['CREATE-11', 'RESOURCE-18', 'UPDATE-4'] },
  ),
];
