import { mutant } from '../../selftest/mutant.js';
import { readsPrefer, respondsToPreference } from '../../selftest/mutants/update/preferences.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

export const mutants = [
  mutant(
    'UPDATE-18',
    'PATCH with return=representation responds with 204',
    readsPrefer((prefer) => prefer.replace('representation', 'minimal')),
  ),
  mutant('UPDATE-18', 'PATCH rejects a quoted preference', respondsToPreference('"representation"', rejectWith(400))),
  mutant('UPDATE-18', 'PATCH applies a preference only once', () => {
    const applied = new Set<string>();
    return {
      behaviour: (right) => ({
        updated: (shown, preferences) => {
          const repeated = preferences.return !== undefined && applied.has(shown.location);
          if (preferences.return !== undefined) applied.add(shown.location);
          return right.updated(shown, repeated ? { return: 'minimal' } : preferences);
        },
      }),
    };
  }),
];
