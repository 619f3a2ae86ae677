import type { Action } from '../../reference/action/action.js';
import { slip } from '../slip.js';
import { isFinal, patched } from './_changes.js';
import { earlierTexts, hasTexts, sentTexts } from './_earlier.js';

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
