import { malformedRefusal } from '../_malformed-body.js';

export default malformedRefusal('CREATE-24', 'create');
