import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-49',
    'user is the appId when the token has no user',
    makes(({ appId, user }) => ({ user: user ?? appId })),
  ),
];
