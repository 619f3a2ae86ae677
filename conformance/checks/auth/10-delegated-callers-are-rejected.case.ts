import { everyAddress } from './_operations.js';
import { rejectionCase } from './_rejection-case.js';

export default rejectionCase('AUTH-10', 'delegated', 403, everyAddress);
