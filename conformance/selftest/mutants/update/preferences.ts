import type { Difference } from '../../server/difference.js';
import { instead } from '../../server/wire.js';

/** A PATCH whose preference is read otherwise. */
export function prefers(edit: (prefer: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parsePreferences: (prefer) => right.parsePreferences(prefer === null ? null : edit(prefer)),
    }),
  };
}

/** A PATCH with such a preference is answered like this. */
export function answersTo(preference: string, answer: (request: Request) => Response): Difference {
  return {
    fetch: instead(
      ({ operation, request }) => operation === 'update' && (request.headers.get('prefer') ?? '').includes(preference),
      answer,
    ),
  };
}
