import { everyAddress } from './_operations.js';
import { rejectionCase } from './_rejection-case.js';

export default rejectionCase('AUTH-13', { as: 'expired' }, 401, everyAddress);
