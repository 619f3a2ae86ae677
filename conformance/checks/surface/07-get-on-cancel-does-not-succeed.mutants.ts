import { mutant } from '../../selftest/mutant.js';
import { respondsTo } from '../../selftest/mutants/surface/methods.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

const cancel = /cancelSecurityAction$/;

export const mutants = [
  mutant(
    'SURFACE-7',
    'GET on cancelSecurityAction cancels the action',
    respondsTo('GET', cancel, ({ url, headers }, inner) => inner(new Request(url, { method: 'POST', headers }))),
  ),
  mutant('SURFACE-7', 'GET on cancelSecurityAction returns 500', respondsTo('GET', cancel, rejectWith(500))),
  mutant(
    'SURFACE-7',
    'GET on cancelSecurityAction returns the action',
    respondsTo('GET', cancel, ({ url, headers }, inner) =>
      inner(new Request(url.slice(0, url.lastIndexOf('/')), { headers })),
    ),
  ),
];
