import type { Version } from '../../reference/store.js';
import { slip } from '../slip.js';

const by = 'sequences';

export const slips = [
  slip(
    'LIST-3',
    'a context that is written again is indexed again, and listed twice',
    () => {
      const again = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            if (patch.clientContext && patch.clientContext === before.clientContext) again.add(before.id);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.flatMap((action) => (again.has(action.id) ? [action, action] : [action]));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'CREATE-10',
    'a filter finds an action by the context that it was created with',
    () => {
      const first = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            first.set(before.id, first.get(before.id) ?? before.clientContext);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.map((action) => ({
              ...action,
              clientContext: first.get(action.id) ?? action.clientContext,
            }));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'RESOURCE-18',
    'a list shows an action as its first change has left it, save for its context',
    () => {
      const listed = new Map<string, Version>();
      return {
        behaviour: (right) => ({
          save: (collection, action, operation) => {
            const version = right.save(collection, action, operation);
            const indexed = listed.get(action.id) ?? version;
            const { clientContext } = action;
            if (operation !== 'create')
              listed.set(action.id, { ...indexed, action: { ...indexed.action, clientContext } });
            return version;
          },
          lookUp: (collection, id, operation) =>
            (operation === 'list' ? listed.get(id) : undefined) ?? right.lookUp(collection, id, operation),
        }),
      };
    },
    { by },
  ),
];
