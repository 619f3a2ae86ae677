import type { Action } from '../../reference/action/action.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isFinal, isPatch, patched, withBody } from '../../selftest/mutants/changes.js';
import { earlierTexts, hasTexts, sentTexts } from '../../selftest/mutants/sequences/earlier.js';
import { idIn } from '../../selftest/mutants/sequences/refused.js';
import type { Json } from '../../selftest/server/wire.js';

/** The texts of a body that could be written by themselves. */
function validTexts(body: Json): Json {
  return Object.fromEntries(Object.entries(sentTexts(body)).filter(([, text]) => typeof text === 'string'));
}

/** The valid texts of a PATCH that was refused as invalid are sent once more with the next one. */
function carriesAlong(): () => Difference {
  return () => {
    const left = new Map<string, Json>();
    return {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const [id, body] = [idIn(request), await bodyOf(request)];
        const before = left.get(id);
        const response = await inner(before ? withBody(request, { ...before, ...body }) : request);
        if (response.status === 400) left.set(id, validTexts(body));
        else if (response.ok) left.delete(id);
        return response;
      },
    };
  };
}

function hasChanged(right: Action, before: Action): boolean {
  return right !== before && right.actionReason !== before.actionReason;
}

export const mutants = [
  mutant('UPDATE-5', 'the texts of an invalid PATCH are written by the next one', carriesAlong(), {
    foundBy: 'sequences',
  }),
  mutant(
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
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-5',
    'a change of a cancelled action loses why it failed',
    patched(
      (right, before) =>
        isFinal(before) &&
        hasChanged(right, before) &&
        right.errorInfo !== null && { errorInfo: { code: 1, message: 'The action failed.', subcode: 0 } },
    ),
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-5',
    'a reason that is not sent is cleared',
    patched((right, before, { actionReason = null }) => right !== before && { actionReason }),
  ),
  mutant(
    'UPDATE-5',
    'a change of the status clears the reason',
    patched((right, before) => right.status !== before.status && { actionReason: null }),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-5',
    'new pairs take the vendor away',
    patched((right, before, sent) => sent.parameters !== undefined && right !== before && { vendorInformation: null }),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'UPDATE-5',
    'who updates an action becomes its owner',
    patched((right, before) => right !== before && { appId: '0d0d0d0d-1111-4222-8333-444444444444' }),
    { alsoFails: ['UPDATE-23'] },
  ),
];
