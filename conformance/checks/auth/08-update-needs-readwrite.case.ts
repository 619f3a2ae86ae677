import { writeOperations } from './_operations.js';
import { rejectionCase } from './_rejection-case.js';

export default rejectionCase('AUTH-8', { as: 'reader' }, 403, (world) =>
  writeOperations(world).filter(({ name }) => name === 'update'),
);
