import { tokenClaim } from './_token-claim.js';

export default tokenClaim('CREATE-48', 'azureTenantId', 'tenantId');
