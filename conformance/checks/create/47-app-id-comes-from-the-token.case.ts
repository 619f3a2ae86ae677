import { tokenClaim } from './_token-claim.js';

export default tokenClaim('CREATE-47', 'appId', 'appId');
