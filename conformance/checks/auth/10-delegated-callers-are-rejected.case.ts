import { operations } from './_operations.js';
import { refusedTo } from './_rejection-case.js';

export default refusedTo('AUTH-10', 'delegated', 403, operations);
