import { mutant } from '../../selftest/mutant.js';
import { lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-17',
    '@odata.type has no number sign',
    shows((action) => ({ '@odata.type': 'microsoft.graph.securityAction', ...action })),
  ),
  mutant(
    'RESOURCE-17',
    'list shows @odata.type of another entity',
    lists((action) => ({ '@odata.type': '#microsoft.graph.tiIndicator', ...action })),
  ),
];
