import { mutant } from '../../selftest/mutant.js';
import { reads, text } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-37',
    'a status that nobody knows is taken for none',
    reads((body) => ({
      ...body,
      status: ['NotStarted', 'Running', 'Completed', 'Failed'].includes(String(body.status)) ? body.status : null,
    })),
  ),
  mutant(
    'CREATE-37',
    'a status is trimmed',
    reads((body) => ({ ...body, status: text(body.status, (status) => status.trim()) })),
  ),
  mutant(
    'CREATE-37',
    'a status may be the number of a member',
    reads((body) => ({ ...body, status: typeof body.status === 'number' ? 'Running' : body.status })),
  ),
  mutant(
    'CREATE-37',
    'an empty status is taken for none',
    reads((body) => ({ ...body, status: body.status || null })),
  ),
];
