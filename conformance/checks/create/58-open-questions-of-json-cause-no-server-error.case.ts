import { openBodiesCase } from '../_malformed-body.js';

export default openBodiesCase('CREATE-58', 'create');
