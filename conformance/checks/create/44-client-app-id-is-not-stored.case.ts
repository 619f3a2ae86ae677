import { expectNotAdopted, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-44',
  (world) => [{ name: 'a random GUID', body: { ...world.body(), ...{ appId: world.draw.guid() } } }],
  expectNotAdopted('appId'),
);
