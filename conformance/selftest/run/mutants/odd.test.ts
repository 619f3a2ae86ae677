import { testMutants } from './mutant-tests.js';

await testMutants(1);
