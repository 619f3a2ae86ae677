import type { Action } from '../../reference/action/action.js';
import { slip } from '../slip.js';
import { cancelled, isFinal, patched } from './_changes.js';
import { earlierTexts, hasTexts, sentTexts, textsOf } from './_earlier.js';

const by = 'sequences';

export const slips = [
  slip(
    'UPDATE-5',
    'a text that was cleared comes back with the next text',
    () => {
      const last = earlierTexts();
      return patched((_right, before, sent) => {
        const known = last(before);
        if (!hasTexts(sent)) return false;
        return Object.fromEntries(Object.entries(known).filter(([name]) => !Object.hasOwn(sent, name)));
      });
    },
    { by },
  ),
  slip(
    'UPDATE-4',
    'a text is compared with that of the create, and not written where it is the same',
    () => {
      const first = new Map<string, Action>();
      return patched((_, before, sent) => {
        const created = first.get(before.id) ?? before;
        first.set(before.id, created);
        const alike = Object.entries(sentTexts(sent)).filter(([name, text]) => created[name as keyof Action] === text);
        return Object.fromEntries(alike.map(([name]) => [name, before[name as keyof Action]]));
      });
    },
    { by },
  ),
  slip(
    'UPDATE-4',
    'a cleared reason clears the context that was sent beside it',
    patched((_, __, sent) => sent.actionReason === null && { clientContext: null }),
    { by },
  ),
  slip(
    'CANCEL-15',
    'a cancel writes back the texts that the action was created with',
    () => {
      const first = new Map<string, Action>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            first.set(action.id, action);
            return action;
          },
          cancel: (before, change) => {
            const after = right.cancel(before, change);
            const created = first.get(before.id);
            return created && after !== before ? { ...after, ...textsOf(created) } : after;
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'CANCEL-15',
    'a cancel puts back the pairs that the last PATCH replaced',
    () => {
      const replaced = new Map<string, Action['parameters']>();
      const cancels = cancelled((right, before) => {
        const parameters = replaced.get(before.id);
        return right !== before && parameters ? { parameters } : false;
      });
      const patches = patched((_, before, sent) => {
        if (sent.parameters) replaced.set(before.id, before.parameters);
        return false;
      });
      return {
        behaviour: (right) => {
          const both = [patches, cancels].map(({ behaviour }) =>
            typeof behaviour === 'function' ? behaviour(right) : {},
          );
          return Object.assign({}, ...both);
        },
      };
    },
    { by },
  ),
  slip(
    'UPDATE-6',
    'null does not clear a text that was changed before',
    () => {
      const changed = new Map<string, Set<string>>();
      return patched((_, before, sent) => {
        const names = changed.get(before.id) ?? new Set();
        changed.set(before.id, names);
        const kept = Object.entries(sentTexts(sent)).filter(([name, text]) => text === null && names.has(name));
        for (const name of Object.keys(sentTexts(sent))) names.add(name);
        return Object.fromEntries(kept.map(([name]) => [name, before[name as keyof Action]]));
      });
    },
    { by },
  ),
  slip(
    'UPDATE-7',
    'pairs are added to those of an action that has ended',
    patched(
      (right, before, sent) =>
        isFinal(before) && sent.parameters !== undefined && { parameters: [...before.parameters, ...right.parameters] },
    ),
    { by },
  ),
  slip(
    'UPDATE-5',
    'a change of a cancelled action loses why it failed',
    patched(
      (right, before) =>
        isFinal(before) &&
        hasChanged(right, before) &&
        right.errorInfo !== null && { errorInfo: { code: 1, message: 'The action failed.', subcode: 0 } },
    ),
    { by },
  ),
  slip(
    'UPDATE-8',
    'a vendor that comes beside a step replaces the whole',
    patched((right, before, { vendorInformation: sent }) => {
      const parts = { providerVersion: null, subProvider: null };
      return sent && right.status !== before.status ? { vendorInformation: { ...parts, ...sent } } : false;
    }),
    { by },
  ),
];

function hasChanged(right: Action, before: Action): boolean {
  return right !== before && right.actionReason !== before.actionReason;
}
