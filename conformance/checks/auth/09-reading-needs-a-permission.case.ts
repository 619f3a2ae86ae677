import { operations } from './_operations.js';
import { refusedTo } from './_rejection-case.js';

export default refusedTo('AUTH-9', 'stranger', 403, operations);
