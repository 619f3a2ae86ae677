import { expectOther, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-40',
  (world) => [
    {
      says: 'a time with an offset',
      body: { ...world.body(), ...{ createdDateTime: '2017-01-01T00:01:13.9669573+03:00' } },
    },
    { says: 'a time to come', body: { ...world.body(), ...{ createdDateTime: '2099-12-31T23:59:59Z' } } },
  ],
  expectOther('createdDateTime'),
);
