import { statuses } from '../../../generated/lifecycle.js';
import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';
import { withoutMember } from '../../selftest/mutants/update/without-member.js';

/** Whether a status is a text other than the four members. */
const isUnknown = (status: unknown) => typeof status === 'string' && !statuses.some((one) => one === status);

export const mutants = [
  mutant(
    'UPDATE-26',
    'PATCH ignores an unknown status',
    readsPatch((body) => (isUnknown(body.status) ? withoutMember(body, 'status') : body)),
  ),
  mutant(
    'UPDATE-26',
    'PATCH trims the status',
    readsPatch((body) => (typeof body.status === 'string' ? { ...body, status: body.status.trim() } : body)),
  ),
];
