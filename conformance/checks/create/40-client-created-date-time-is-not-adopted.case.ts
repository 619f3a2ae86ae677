import { expectNotAdopted, notAdopted } from './_not-adopted.js';

export default notAdopted(
  'CREATE-40',
  (world) => [
    {
      name: 'a time with an offset',
      body: { ...world.body(), ...{ createdDateTime: '2017-01-01T00:01:13.9669573+03:00' } },
    },
    { name: 'a time in the future', body: { ...world.body(), ...{ createdDateTime: '2099-12-31T23:59:59Z' } } },
  ],
  expectNotAdopted('createdDateTime'),
);
