import { ownClaim } from './_own-claim.js';

export default ownClaim('CREATE-47', 'appId', 'appId');
