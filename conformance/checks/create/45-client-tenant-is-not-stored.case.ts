import { expectOther, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-45',
  (world) => [{ says: 'a drawn GUID', body: { ...world.body(), ...{ azureTenantId: world.draw.guid() } } }],
  expectOther('azureTenantId'),
);
