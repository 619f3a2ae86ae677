import { mutant } from '../../selftest/mutant.js';
import { noContent, respondsTo } from '../../selftest/mutants/surface/methods.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

const qualified = /\/microsoft\.graph\.cancelSecurityAction$/;

export const mutants = [
  mutant('SURFACE-11', 'the qualified cancel is not routed', respondsTo('POST', qualified, rejectWith(404))),
  mutant(
    'SURFACE-11',
    'the qualified cancel responds with 204 but does nothing',
    respondsTo('POST', qualified, noContent),
  ),
];
