import { mutant } from '../../selftest/mutant.js';
import { lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-17',
    'the type has no number sign',
    shows((action) => ({ '@odata.type': 'microsoft.graph.securityAction', ...action })),
  ),
  mutant(
    'RESOURCE-17',
    'elements of the list are of another type',
    lists((action) => ({ '@odata.type': '#microsoft.graph.tiIndicator', ...action })),
  ),
];
