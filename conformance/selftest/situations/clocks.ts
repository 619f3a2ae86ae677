import { editHeaders, on } from '../server/wire.js';
import { situation } from '../situation.js';

const minute = 60_000;

/** Every clock of the target, its `Date` header field too, differs by this time. */
const moved = (ms: number) => ({ options: { now: () => Date.now() + ms } });

export const situations = [
  situation('every clock is 15 minutes behind, Date too', 'fault', moved(-15 * minute), {
    exitCode: 1,
    fails: ['CREATE-39'],
    says: [/the clock of the target is 15 minutes behind that of this machine/],
  }),
  situation('every clock is 15 minutes ahead, Date too', 'fault', moved(15 * minute), {
    exitCode: 1,
    fails: ['CREATE-39'],
    says: [/the clock of the target is 15 minutes ahead of that of this machine/],
  }),
  situation(
    'the clock of the API is 15 minutes behind, and that of the gateway, which sets Date, is right',
    'fault',
    {
      ...moved(-15 * minute),
      fetch: editHeaders(on('any'), (headers) => headers.set('date', new Date().toUTCString())),
    },
    {
      exitCode: 1,
      fails: ['CREATE-39'],
      says: [/the clock of the target is 15 minutes behind that of this machine/, /but Date in its responses is right/],
    },
  ),
  situation('every clock is two minutes behind', 'allowed', moved(-2 * minute), { exitCode: 0 }),
  situation('every clock is two minutes ahead', 'allowed', moved(2 * minute), { exitCode: 0 }),
];
