import { operations } from './_operations.js';
import { refusedTo } from './_rejection-case.js';

export default refusedTo('AUTH-13', 'expired', 401, operations);
