import { expectOther, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-44',
  (world) => [{ says: 'a drawn GUID', body: { ...world.body(), ...{ appId: world.draw.guid() } } }],
  expectOther('appId'),
);
