import { statuses } from '../../../generated/lifecycle.js';
import { mutant } from '../../selftest/mutant.js';
import { editedText, reads } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-37',
    'create treats an unknown status as null',
    reads((body) => ({
      ...body,
      status: typeof body.status === 'string' && !statuses.some((one) => one === body.status) ? null : body.status,
    })),
  ),
  mutant(
    'CREATE-37',
    'create trims the status',
    reads((body) => ({ ...body, status: editedText(body.status, (status) => status.trim()) })),
  ),
  mutant(
    'CREATE-37',
    'create treats an empty status as null',
    reads((body) => ({ ...body, status: body.status || null })),
  ),
];
