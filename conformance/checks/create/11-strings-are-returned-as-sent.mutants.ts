import { mutant } from '../../selftest/mutant.js';
import { makes, text } from '../../selftest/mutants/create/create.js';

/** A create that stores the reason otherwise than it was sent. */
function rewritesReason(edit: (text: string) => unknown) {
  return makes(({ actionReason }) => ({ actionReason: actionReason === null ? null : edit(actionReason) }));
}

export const mutants = [
  mutant(
    'CREATE-11',
    'the reason is trimmed',
    rewritesReason((reason) => reason.trim()),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'the reason is cut at 1024 characters',
    rewritesReason((reason) => reason.slice(0, 1024)),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'the reason has its markup escaped',
    rewritesReason((reason) => reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'the reason is stored in composed letters',
    rewritesReason((reason) => reason.normalize('NFC')),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-11',
    'the reason has its line ends made alike',
    rewritesReason((reason) => reason.replaceAll('\r\n', '\n')),
  ),
  mutant(
    'CREATE-11',
    'a reason that says null is none',
    rewritesReason((reason) => (reason === 'null' ? null : reason)),
  ),
  mutant(
    'CREATE-11',
    'the context is stored in a column of 64 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 64) ?? null })),
    { alsoFails: ['CREATE-28'] },
  ),
  mutant(
    'CREATE-11',
    'the context has its percent signs decoded',
    makes(({ clientContext }) => ({ clientContext: text(clientContext, (all) => all.replaceAll('%20', ' ')) })),
  ),
  mutant(
    'CREATE-11',
    'the name is made a key of',
    makes(({ name }) => ({ name: text(name, (all) => all.replace(/[^\p{L}\p{N}]+/gu, '-')) })),
    { alsoFails: ['CREATE-56'] },
  ),
  mutant(
    'CREATE-11',
    'an action with the context of a changed one gets its reason',
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
];
