import { writes } from './_operations.js';
import { refusedTo } from './_rejection-case.js';

export default refusedTo('AUTH-7', 'reader', 403, (world) => writes(world).filter(({ name }) => name === 'cancel'));
