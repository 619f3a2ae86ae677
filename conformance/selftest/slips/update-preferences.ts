import type { Difference } from '../difference.js';
import { operationOf } from '../operation.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editStatus, instead } from '../wire.js';

/** A PATCH whose preference is read otherwise. */
function prefers(edit: (prefer: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parsePreferences: (prefer) => right.parsePreferences(prefer === null ? null : edit(prefer)),
    }),
  };
}

/** A PATCH with such a preference is answered like this. */
function answersTo(preference: string, answer: (request: Request) => Response): Difference {
  return {
    fetch: instead(
      ({ operation, request }) => operation === 'update' && (request.headers.get('prefer') ?? '').includes(preference),
      answer,
    ),
  };
}

export const slips = [
  slip(
    'UPDATE-18',
    'return=representation is answered with 204',
    prefers((prefer) => prefer.replace('representation', 'minimal')),
  ),
  slip('UPDATE-18', 'a quoted preference is refused', answersTo('"representation"', refused(400))),
  slip('UPDATE-18', 'a preference is followed only once', () => {
    const followed = new Set<string>();
    return {
      behaviour: (right) => ({
        updated: (shown, preferences) => {
          const again = preferences.return !== undefined && followed.has(shown.location);
          if (preferences.return !== undefined) followed.add(shown.location);
          return right.updated(shown, again ? { return: 'minimal' } : preferences);
        },
      }),
    };
  }),
  slip(
    'UPDATE-19',
    'return=minimal is answered with 202',
    {
      fetch: editStatus(
        ({ operation, request, status }) =>
          operation === 'update' && status === 204 && request.headers.get('prefer') === 'return=minimal',
        202,
      ),
    },
    { relatives: ['HTTP-17'] },
  ),
  slip('UPDATE-19', 'return=minimal is refused', answersTo('return=minimal', refused(501))),
  slip('UPDATE-20', 'an unknown value of a preference is refused', answersTo('everything', refused(400))),
  slip(
    'UPDATE-20',
    'any preference is taken for the minimal one',
    prefers((prefer) => (prefer.includes('x-') ? 'return=minimal' : prefer)),
    { relatives: ['UPDATE-18', 'HTTP-10'] },
  ),
  slip('UPDATE-20', 'a list of unknown preferences is not implemented', {
    fetch: instead(
      ({ request }) => operationOf(request) === 'update' && /x-one/.test(request.headers.get('prefer') ?? ''),
      refused(501),
    ),
  }),
];
