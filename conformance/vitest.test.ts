import { describeConformance } from './vitest.js';

describeConformance('reference');
describeConformance('mock');
