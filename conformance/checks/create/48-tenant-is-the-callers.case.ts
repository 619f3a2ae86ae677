import { ownClaim } from './_own-claim.js';

export default ownClaim('CREATE-48', 'azureTenantId', 'tenantId');
