import { createHash } from 'node:crypto';
import { mutant } from '../../selftest/mutant.js';
import { makes, pairsIn } from '../../selftest/mutants/create/create.js';
import { readsFirst } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';
import { hasTexts } from '../../selftest/mutants/sequences/earlier.js';
import type { Difference } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** An id derived from the content of an action, so that equal content gives an equal id. */
function hashed(...content: readonly unknown[]): string {
  const digits = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
}

/**
 * A server whose ids are hashes of the body when it has a context, a reason and a single pair. History starts empty, which is allowed:
 * otherwise an action that replaces another one would also rewrite its history.
 */
function hashes(content: (sent: Json) => readonly unknown[]): Difference {
  return makes((action, sent) => {
    const isHashed = Boolean(sent.clientContext && sent.actionReason) && pairsIn(sent).length === 1;
    return { id: isHashed ? hashed(content(sent)) : action.id, states: [] };
  });
}

export const mutants = [
  mutant(
    'CREATE-5',
    'the id is a hash of the body without clientContext',
    hashes(({ name, actionReason, parameters, vendorInformation }) => [
      name,
      actionReason,
      parameters,
      vendorInformation,
    ]),
  ),
  mutant(
    'CREATE-5',
    'the id is a hash of the name and the reason',
    hashes(({ name, actionReason }) => [name, actionReason]),
  ),
  racing('CREATE-5', 'create reads the id counter before an await and increments it after', () => {
    let last = 0;
    return readsFirst(
      () => last + 1,
      (early) => (right) => ({
        newAction: (body, context) => {
          last = early() ?? last + 1;
          const id = `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
          return { ...right.newAction(body, { ...context, id }), states: [] };
        },
      }),
    );
  }),
  mutant(
    'CREATE-5',
    'a new action with the clientContext of an updated action replaces that action',
    () => {
      const changed = new Map<string, string>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) =>
            right.newAction(body, { ...from, id: changed.get(body.clientContext ?? '') ?? from.id }),
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            if (after.clientContext && hasTexts({ ...patch })) changed.set(after.clientContext, after.id);
            return after;
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'CREATE-5',
    'every fiftieth create returns the id of the one before and replaces that action',
    () => {
      let count = 0;
      let last = '';
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            count += 1;
            const action = right.newAction(body, count % 50 === 0 && last !== '' ? { ...from, id: last } : from);
            last = action.id;
            return action;
          },
        }),
      };
    },
    { foundBy: 'audit' },
  ),
];
