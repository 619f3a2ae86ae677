import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isFinished, isPatch, patchMakes, withBody } from '../../selftest/mutants/changes.js';
import { earlierTexts, hasTexts, sentTexts } from '../../selftest/mutants/sequences/earlier.js';
import type { Difference } from '../../selftest/server/difference.js';
import { idIn } from '../../selftest/server/operation.js';
import type { Json } from '../../selftest/server/wire.js';

/** The texts of a body that are valid on their own. */
function validTexts(body: Json): Json {
  return Object.fromEntries(Object.entries(sentTexts(body)).filter(([, text]) => typeof text === 'string'));
}

/** A server that stores the valid texts of a PATCH rejected with 400 together with the next PATCH of that action. */
function storesRejectedTexts(): () => Difference {
  return () => {
    const pending = new Map<string, Json>();
    return {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const [id, body] = [idIn(request), await bodyOf(request)];
        const texts = pending.get(id);
        const response = await inner(texts ? withBody(request, { ...texts, ...body }) : request);
        if (response.status === 400) pending.set(id, validTexts(body));
        else if (response.ok) pending.delete(id);
        return response;
      },
    };
  };
}

function hasChanged(right: StoredAction, before: StoredAction): boolean {
  return right !== before && right.actionReason !== before.actionReason;
}

export const mutants = [
  mutant('UPDATE-5', 'the texts of an invalid PATCH are stored with the next PATCH', storesRejectedTexts(), {
    foundBy: 'sequences',
  }),
  mutant(
    'UPDATE-5',
    'a cleared text comes back with the next PATCH of a text',
    () => {
      const last = earlierTexts();
      return patchMakes((_right, before, sent) => {
        const known = last(before);
        if (!hasTexts(sent)) return false;
        return Object.fromEntries(Object.entries(known).filter(([name]) => !Object.hasOwn(sent, name)));
      });
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-5',
    'PATCH of a cancelled action overwrites its errorInfo',
    patchMakes(
      (right, before) =>
        isFinished(before) &&
        hasChanged(right, before) &&
        right.errorInfo !== null && { errorInfo: { code: 1, message: 'The action failed.', subcode: 0 } },
    ),
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-5',
    'PATCH clears a reason that is not sent',
    patchMakes((right, before, { actionReason = null }) => right !== before && { actionReason }),
  ),
  mutant(
    'UPDATE-5',
    'PATCH of the status clears the reason',
    patchMakes((right, before) => right.status !== before.status && { actionReason: null }),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-5',
    'PATCH of parameters clears vendorInformation',
    patchMakes(
      (right, before, sent) => sent.parameters !== undefined && right !== before && { vendorInformation: null },
    ),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-5',
    'PATCH overwrites appId',
    patchMakes((right, before) => right !== before && { appId: '0d0d0d0d-1111-4222-8333-444444444444' }),
    { alsoFails: ['UPDATE-23'] },
  ),
];
