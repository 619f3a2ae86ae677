import { ownClaim } from './_token-claim.js';

export default ownClaim('CREATE-48', 'azureTenantId', 'tenantId');
