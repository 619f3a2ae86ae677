import { openBodiesCase } from '../_malformed-body.js';

export default openBodiesCase('UPDATE-25', 'update');
