import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';

/** What a get with `$select` takes from it. */
function selects(edit: (select: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        const select = parameters.get('$select');
        return right.parseItemQuery(select === null ? parameters : new URLSearchParams({ $select: edit(select) }));
      },
    }),
  };
}

/** What a get with a broken `$select` is answered. */
function stumbles(status: number): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        try {
          return right.parseItemQuery(parameters);
        } catch {
          throw new Refusal(status, 'The service cannot select this.');
        }
      },
    }),
  };
}

export const slips = [
  slip(
    'GET-5',
    'a get selects the first property alone',
    selects((names) => names.split(',')[0] ?? names),
  ),
  slip(
    'GET-5',
    'a get selects one property and refuses more',
    selects((names) => names.replace(',', ';')),
    { relatives: ['GET-6'] },
  ),
  slip(
    'GET-6',
    'a get takes no notice of $select',
    selects(() => '*'),
  ),
  slip('GET-7', 'a get crashes over a property that it does not know', stumbles(500)),
  slip('GET-7', 'a get finds nothing when it does not know a property', stumbles(404)),
];
