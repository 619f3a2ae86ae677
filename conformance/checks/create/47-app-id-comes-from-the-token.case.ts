import { ownClaim } from './_token-claim.js';

export default ownClaim('CREATE-47', 'appId', 'appId');
