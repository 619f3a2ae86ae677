import { createHash } from 'node:crypto';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { makes, pairsIn } from '../../selftest/mutants/create/create.js';
import { hasTexts } from '../../selftest/mutants/sequences/earlier.js';
import { readsFirst } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';
import type { Json } from '../../selftest/server/wire.js';

/** An id made from what an action is about, so that like actions get the same one. */
function hashed(...content: readonly unknown[]): string {
  const digits = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
}

/**
 * A server whose ids are hashes where there is a context, a reason and a single pair. Histories begin empty, which is lawful, so that an action which
 * replaces another one is no rewriting of history.
 */
function hashes(content: (sent: Json) => readonly unknown[]): Difference {
  return makes((action, sent) => {
    const rich = Boolean(sent.clientContext && sent.actionReason) && pairsIn(sent).length === 1;
    return { id: rich ? hashed(content(sent)) : action.id, states: [] };
  });
}

export const mutants = [
  mutant(
    'CREATE-5',
    'the id is a hash of all that is sent but the context',
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
  racing('CREATE-5', 'the next number is read before an await and counted on after it', () => {
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
    'an action with the context of a changed one takes its place',
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
];
