import { everyAddress } from './_operations.js';
import { rejectionCase } from './_rejection-case.js';

export default rejectionCase('AUTH-14', { altered: true }, 401, everyAddress);
