import { mutant } from '../../selftest/mutant.js';

export const mutants = [mutant('SURFACE-6', 'the base path is /v1.0', { options: { basePath: '/v1.0' } })];
