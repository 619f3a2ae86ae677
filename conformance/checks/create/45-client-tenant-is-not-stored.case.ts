import { expectNotAdopted, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-45',
  (world) => [{ name: 'a random GUID', body: { ...world.body(), ...{ azureTenantId: world.draw.guid() } } }],
  expectNotAdopted('azureTenantId'),
);
