import { mutant } from '../../selftest/mutant.js';
import { done, takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';

const qualified = /\/microsoft\.graph\.cancelSecurityAction$/;

export const mutants = [
  mutant('SURFACE-11', 'the qualified cancel is not routed', takes('POST', qualified, refused(404))),
  mutant('SURFACE-11', 'the qualified cancel responds with 204 but does nothing', takes('POST', qualified, done)),
];
