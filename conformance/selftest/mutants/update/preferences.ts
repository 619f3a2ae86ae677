import type { Difference } from '../../server/difference.js';
import { respondInstead } from '../../server/wire.js';

/** Changes the `Prefer` of a PATCH before it is read. */
export function readsPrefer(edit: (prefer: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parsePreferences: (prefer) => right.parsePreferences(prefer === null ? null : edit(prefer)),
    }),
  };
}

/** Responds in this way to a PATCH with this preference. */
export function respondsToPreference(preference: string, respond: (request: Request) => Response): Difference {
  return {
    fetch: respondInstead(
      ({ operation, request }) => operation === 'update' && (request.headers.get('prefer') ?? '').includes(preference),
      respond,
    ),
  };
}
