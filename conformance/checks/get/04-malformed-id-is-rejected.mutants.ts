import { mutant } from '../../selftest/mutant.js';
import { encodedIdIn } from '../../selftest/mutants/get/id.js';
import type { Difference } from '../../selftest/server/difference.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { on, respondInstead } from '../../selftest/server/wire.js';

/** Responds to gets of some ids, which are passed in decoded form. */
function respondsTo(which: (id: string) => boolean, respond: (request: Request) => Response): Difference {
  const wanted = on('get');
  return {
    fetch: respondInstead((asked) => wanted(asked) && which(decodeURIComponent(encodedIdIn(asked.request))), respond),
  };
}

const guid = /^[0-9a-f-]{36}$/i;

/** Looks for another id than the one in the request. */
function looksForId(edit: (id: string) => string): Difference {
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => right.lookUp(collection, by === 'get' ? edit(id) : id, by),
    }),
  };
}

export const mutants = [
  mutant(
    'GET-4',
    'get of an id that is not a GUID returns 500',
    respondsTo((id) => !guid.test(id), rejectWith(500)),
    { alsoFails: ['LIST-23'] },
  ),
  mutant(
    'GET-4',
    'get of an id with an invalid escape returns 500',
    respondsTo((id) => /%(?![0-9a-f]{2})/i.test(id), rejectWith(500)),
  ),
  mutant(
    'GET-4',
    'get of an id with a NUL returns 500',
    respondsTo((id) => id.includes('\u0000'), rejectWith(500)),
  ),
  mutant(
    'GET-4',
    'get evaluates a quote in the id as part of a query',
    looksForId((id) => id.replace(/' or .*/, '')),
  ),
  mutant(
    'GET-4',
    'get ignores what follows a slash in the id',
    looksForId((id) => id.split('/')[0] ?? id),
  ),
  mutant(
    'GET-4',
    'get reads only the first 36 characters of the id',
    looksForId((id) => id.slice(0, 36)),
  ),
  mutant('GET-4', 'get finds an action by the beginning of its id', {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => {
        const whole = by === 'get' ? collection.all().find(({ action }) => action.id.startsWith(id)) : undefined;
        return right.lookUp(collection, whole?.action.id ?? id, by);
      },
    }),
  }),
];
