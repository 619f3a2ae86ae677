import { expectSuccess } from '../../engine/judge/expect.js';
import { acceptedUpdate } from './_accepted-update.js';

export default acceptedUpdate('UPDATE-27', ({ requirement }) => requirement === 'UPDATE-27', expectSuccess);
