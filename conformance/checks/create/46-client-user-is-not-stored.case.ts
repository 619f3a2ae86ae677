import { expectNotAdopted, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-46',
  (world) => [
    { name: 'a random user', body: { ...world.body(), ...{ user: `intruder-${world.draw.hex(8)}@example.com` } } },
  ],
  expectNotAdopted('user'),
);
