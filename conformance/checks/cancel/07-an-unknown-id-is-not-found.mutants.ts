import { mutant } from '../../selftest/mutant.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-7',
    'cancel of an unknown id responds with 204',
    { fetch: editStatus(on('cancel', 404), 204) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant(
    'CANCEL-7',
    'cancel of an unknown id responds with 400',
    { fetch: editStatus(on('cancel', 404), 400) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant('CANCEL-7', 'a repeated cancel of an unknown id responds with 204', () => {
    const seen = new Set<string>();
    return {
      fetch: editStatus(({ operation, request: { url }, status }) => {
        if (operation !== 'cancel' || status !== 404) return false;
        return seen.has(url) || seen.add(url) === undefined;
      }, 204),
    };
  }),
];
