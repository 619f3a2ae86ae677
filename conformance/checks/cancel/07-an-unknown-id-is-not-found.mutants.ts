import { mutant } from '../../selftest/mutant.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-7',
    'a cancel of an unknown id is answered with 204',
    { fetch: editStatus(on('cancel', 404), 204) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant(
    'CANCEL-7',
    'a cancel of an unknown id is answered with 400',
    { fetch: editStatus(on('cancel', 404), 400) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant('CANCEL-7', 'the second cancel of an unknown id is answered with 204', () => {
    const asked = new Set<string>();
    return {
      fetch: editStatus(({ operation, request: { url }, status }) => {
        if (operation !== 'cancel' || status !== 404) return false;
        return asked.has(url) || asked.add(url) === undefined;
      }, 204),
    };
  }),
];
