import { malformedRefusal } from '../_malformed-body.js';

export default malformedRefusal('UPDATE-10', 'update');
