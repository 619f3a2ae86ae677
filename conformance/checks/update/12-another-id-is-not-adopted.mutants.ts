import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch } from '../../selftest/mutants/changes.js';
import { editRequest, type Json } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-12', 'the action with the id in the body is updated', {
    fetch: editRequest(
      ({ request }) => isPatch(request),
      async (request) => {
        const { id } = await bodyOf(request);
        return typeof id === 'string' ? new Request(request.url.replace(/[^/]+$/, id), request) : request;
      },
    ),
  }),
  mutant('UPDATE-12', 'the action gets the id in the body where no other action has it', () => {
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
