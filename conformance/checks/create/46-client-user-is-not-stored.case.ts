import { expectOther, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-46',
  (world) => [
    { says: 'a name of this run', body: { ...world.body(), ...{ user: `intruder-${world.draw.hex(8)}@example.com` } } },
  ],
  expectOther('user'),
);
