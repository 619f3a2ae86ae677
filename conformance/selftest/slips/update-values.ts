import { slip } from '../slip.js';
import { patched } from './_changes.js';

export const slips = [
  slip(
    'UPDATE-4',
    'the context cannot be changed a second time',
    patched(
      (_, before) => before.lastActionDateTime !== before.createdDateTime && { clientContext: before.clientContext },
    ),
    { relatives: ['UPDATE-2'] },
  ),
  slip(
    'UPDATE-4',
    'texts are trimmed',
    patched(({ actionReason }) => ({ actionReason: actionReason?.trim() ?? null })),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'UPDATE-4',
    'the name is not updated',
    patched((_, before) => ({ name: before.name })),
    { relatives: ['UPDATE-6'] },
  ),
  slip(
    'UPDATE-4',
    'null values of pairs become empty texts',
    patched(
      ({ parameters }, _, sent) =>
        sent.parameters !== undefined && {
          parameters: parameters.map(({ name, value }) => ({ name, value: value ?? '' })),
        },
    ),
    { relatives: ['UPDATE-7'] },
  ),
  slip(
    'UPDATE-4',
    'everything beside a new status is forgotten',
    patched(
      (right, { status, actionReason, clientContext }) => right.status !== status && { actionReason, clientContext },
    ),
  ),
  slip(
    'UPDATE-4',
    'the second update of a text is answered and not kept',
    () => {
      const updates = new Map<string, number>();
      return {
        behaviour: (right) => ({
          save: (collection, action, by) => {
            if (by !== 'update' || action.states.length > 1) return right.save(collection, action, by);
            const count = (updates.get(action.id) ?? 0) + 1;
            updates.set(action.id, count);
            return count === 2 ? { action, revision: collection.revision } : right.save(collection, action, by);
          },
        }),
      };
    },
    { relatives: ['SURFACE-4', 'UPDATE-7', 'LIFECYCLE-10'] },
  ),
  slip(
    'UPDATE-5',
    'a reason that is not sent is cleared',
    patched((right, before, { actionReason = null }) => right !== before && { actionReason }),
  ),
  slip(
    'UPDATE-5',
    'a change of the status clears the reason',
    patched((right, before) => right.status !== before.status && { actionReason: null }),
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'UPDATE-5',
    'new pairs take the vendor away',
    patched((right, before, sent) => sent.parameters !== undefined && right !== before && { vendorInformation: null }),
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'UPDATE-5',
    'who updates an action becomes its owner',
    patched((right, before) => right !== before && { appId: '0d0d0d0d-1111-4222-8333-444444444444' }),
    { relatives: ['UPDATE-23'] },
  ),
];
