import { mutant } from '../../selftest/mutant.js';
import { editedText, makes, reads } from '../../selftest/mutants/create/create.js';
import { changed, changedText, withChanged } from '../../selftest/mutants/texts.js';

/** A create that stores the reason as `edit` returns it. */
function rewritesReason(edit: (text: string) => unknown) {
  return makes(({ actionReason }) => ({ actionReason: actionReason === null ? null : edit(actionReason) }));
}

export const mutants = [
  mutant(
    'CREATE-11',
    'create trims the reason',
    rewritesReason((reason) => reason.trim()),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'create truncates the reason to 1024 characters',
    rewritesReason((reason) => reason.slice(0, 1024)),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'create escapes markup in the reason',
    rewritesReason((reason) => reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'create normalizes the reason to composed letters',
    rewritesReason((reason) => reason.normalize('NFC')),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'create converts CRLF in the reason to LF',
    rewritesReason((reason) => reason.replaceAll('\r\n', '\n')),
  ),
  mutant(
    'CREATE-11',
    'create stores the reason "null" as null',
    rewritesReason((reason) => (reason === 'null' ? null : reason)),
  ),
  mutant(
    'CREATE-11',
    'create truncates clientContext to 64 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 64) ?? null })),
    { alsoFails: ['CREATE-28'] },
  ),
  mutant(
    'CREATE-11',
    'create decodes %20 in clientContext',
    makes(({ clientContext }) => ({ clientContext: editedText(clientContext, (all) => all.replaceAll('%20', ' ')) })),
  ),
  mutant(
    'CREATE-11',
    'create replaces punctuation in the name with hyphens',
    makes(({ name }) => ({ name: editedText(name, (all) => all.replace(/[^\p{L}\p{N}]+/gu, '-')) })),
    { alsoFails: ['CREATE-56'] },
  ),
  mutant(
    'CREATE-11',
    'a new action with the clientContext of an updated action gets the reason of that action',
    () => {
      const reasons = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            return { ...action, actionReason: reasons.get(action.clientContext ?? '') ?? action.actionReason };
          },
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            if (patch.actionReason && after.clientContext) reasons.set(after.clientContext, patch.actionReason);
            return after;
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant('CREATE-11', 'create stores an empty reason as null', rewritesReason(changed.emptyAsNull)),
  mutant('CREATE-11', 'create stores a reason of spaces as an empty one', rewritesReason(changed.blankAsEmpty)),
  mutant('CREATE-11', 'create truncates the reason to 4,096 characters', rewritesReason(changed.upTo4096)),
  mutant(
    'CREATE-11',
    'create cuts the reason at U+0000',
    reads((body) => withChanged(body, 'actionReason', (text) => changedText(text, changed.upToNul))),
  ),
  mutant(
    'CREATE-11',
    'create cuts the clientContext at U+0000',
    reads((body) => withChanged(body, 'clientContext', (text) => changedText(text, changed.upToNul))),
  ),
  mutant('CREATE-11', 'create removes invisible characters from the reason', rewritesReason(changed.withoutInvisible)),
  mutant('CREATE-11', 'create decodes HTML entities in the reason', rewritesReason(changed.htmlDecoded)),
  mutant('CREATE-11', 'create decodes escapes in the reason', rewritesReason(changed.unescaped)),
  mutant('CREATE-11', 'create decomposes letters in the reason', rewritesReason(changed.decomposed), {
    alsoFails: ['HTTP-13'],
  }),
  mutant(
    'CREATE-11',
    'create stores an empty clientContext as null',
    makes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.emptyAsNull) })),
  ),
  mutant(
    'CREATE-11',
    'create stores a clientContext of one character as null',
    makes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.singleAsNull) })),
  ),
  mutant(
    'CREATE-11',
    'create trims trailing spaces of clientContext',
    makes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.withoutTrailingSpace) })),
  ),
  mutant(
    'CREATE-11',
    'create stores an empty name as null',
    makes(({ name }) => ({ name: changedText(name, changed.emptyAsNull) })),
  ),
  mutant(
    'CREATE-11',
    'create stores a name of spaces as null',
    makes(({ name }) => ({ name: changedText(name, changed.blankAsNull) })),
  ),
  mutant(
    'CREATE-11',
    'create truncates the name to 255 characters',
    makes(({ name }) => ({ name: changedText(name, changed.upTo255) })),
  ),
  mutant('CREATE-11', 'create stores the reason "true" as a Boolean', rewritesReason(changed.trueAsBoolean), {
    alsoFails: ['RESOURCE-1', 'LIST-2'],
  }),
  mutant('CREATE-11', 'create stores a reason of digits as a number', rewritesReason(changed.digitsAsNumber), {
    alsoFails: ['RESOURCE-1', 'LIST-2'],
  }),
  mutant(
    'CREATE-11',
    'create stores a clientContext of digits as a number',
    makes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.digitsAsNumber) })),
    { alsoFails: ['RESOURCE-1', 'LIST-2'] },
  ),
];
