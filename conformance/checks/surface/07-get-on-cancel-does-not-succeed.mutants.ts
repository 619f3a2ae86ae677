import { mutant } from '../../selftest/mutant.js';
import { takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';

const cancel = /cancelSecurityAction$/;

export const mutants = [
  mutant(
    'SURFACE-7',
    'GET on cancelSecurityAction cancels the action',
    takes('GET', cancel, ({ url, headers }, inner) => inner(new Request(url, { method: 'POST', headers }))),
  ),
  mutant('SURFACE-7', 'GET on cancelSecurityAction returns 500', takes('GET', cancel, refused(500))),
  mutant(
    'SURFACE-7',
    'GET on cancelSecurityAction returns the action',
    takes('GET', cancel, ({ url, headers }, inner) =>
      inner(new Request(url.slice(0, url.lastIndexOf('/')), { headers })),
    ),
  ),
];
