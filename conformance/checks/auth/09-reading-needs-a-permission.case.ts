import { everyAddress } from './_operations.js';
import { rejectionCase } from './_rejection-case.js';

export default rejectionCase('AUTH-9', { as: 'stranger' }, 403, everyAddress);
