import { mutant } from '../../selftest/mutant.js';
import { answersTo, prefers } from '../../selftest/mutants/update/preferences.js';
import { refused } from '../../selftest/server/refused.js';

export const mutants = [
  mutant(
    'UPDATE-18',
    'return=representation is answered with 204',
    prefers((prefer) => prefer.replace('representation', 'minimal')),
  ),
  mutant('UPDATE-18', 'a quoted preference is refused', answersTo('"representation"', refused(400))),
  mutant('UPDATE-18', 'a preference is followed only once', () => {
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
];
