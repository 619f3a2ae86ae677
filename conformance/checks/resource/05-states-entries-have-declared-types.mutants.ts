import { mutant } from '../../selftest/mutant.js';
import { changed, each, lowerFirst, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-5',
    'entries of the history have a status of their own',
    shows(changed('states', each(changed('status', lowerFirst)))),
    { alsoFails: ['LIST-2', 'UPDATE-15', 'CANCEL-8', 'LIFECYCLE-6'] },
  ),
  mutant(
    'RESOURCE-5',
    'users in the history are objects',
    shows(
      changed(
        'states',
        each((entry) => ({ ...entry, user: { id: entry.appId } })),
      ),
    ),
    { alsoFails: ['LIST-2', 'CANCEL-8'] },
  ),
];
