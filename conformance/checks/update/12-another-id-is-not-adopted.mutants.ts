import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch } from '../../selftest/mutants/changes.js';
import { editRequest, type Json } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-12', 'PATCH updates the action whose id is in the body', {
    fetch: editRequest(
      ({ request }) => isPatch(request),
      async (request) => {
        const { id } = await bodyOf(request);
        return typeof id === 'string' ? new Request(request.url.replace(/[^/]+$/, id), request) : request;
      },
    ),
  }),
  mutant('UPDATE-12', 'PATCH adopts an id from the body that no other action has', () => {
    const taken = new Set<unknown>();
    return {
      behaviour: (right) => ({
        newAction: (body, from) => {
          taken.add(from.id);
          return right.newAction(body, from);
        },
        applyPatch: (before, patch, change) => {
          const { id } = patch as Json;
          const after = right.applyPatch(before, patch, change);
          return id === undefined || taken.has(id) ? after : { ...after, id: String(id) };
        },
      }),
    };
  }),
];
