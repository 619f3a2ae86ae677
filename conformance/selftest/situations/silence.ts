import { setTimeout } from 'node:timers/promises';
import { rejectWith } from '../server/reject-with.js';
import { situation } from '../situation.js';
import { cancelsLater } from '../variants/lifecycle.js';
import { documentedVendor, isAddress, limitedNames, limitedTo } from '../variants/limits.js';

const normal = { exitCode: 0 };

/** Responds to this method as to a path that does not exist. */
const without = (method: string) => ({
  fetch: (inner: (request: Request) => Response | Promise<Response>) => (request: Request) =>
    request.method === method && /^Bearer ey/.test(request.headers.get('authorization') ?? '')
      ? rejectWith(404)(request)
      : inner(request),
});

export const situations = [
  situation(
    'only five action names are known',
    'allowed',
    limitedTo(limitedNames, () => true),
    {
      exitCode: 0,
      says: [
        /the target accepts the documented action name but rejects others: give more valid ones with --action-name/,
      ],
    },
  ),
  situation(
    'only five action names are known, and the run is given them',
    'allowed',
    {
      ...limitedTo(limitedNames, () => true),
      routing: { actionName: 'BlockIp', actionNames: limitedNames },
    },
    normal,
  ),
  situation('only addresses are accepted as parameters', 'allowed', limitedTo(limitedNames, isAddress), {
    exitCode: 0,
    says: [/the target accepts the documented parameters but rejects others: give more valid ones with --parameters/],
  }),
  situation('only the documented vendor and provider are known', 'allowed', documentedVendor, {
    exitCode: 0,
    says: [/the target .* accepts one for the documented vendor "Microsoft" .*: .* with --vendor and --provider/],
  }),
  situation('there is no PATCH, and the framework responds with 404', 'allowed', without('PATCH'), {
    exitCode: 0,
    says: [/--lacks update/],
  }),
  situation(
    'PUT and DELETE get 404',
    'allowed',
    { fetch: (inner) => without('PUT').fetch(without('DELETE').fetch(inner)) },
    normal,
  ),
  situation(
    'cancel is an order, and the action ends later than the settle time',
    'allowed',
    () => ({ ...cancelsLater(500, 'Failed')(), run: { settleMs: 200 } }),
    {
      exitCode: 2,
      mayBeInconclusive: 'any',
      says: [/--settle/],
    },
  ),
  situation(
    'cancel is an order, and the action ends within the settle time',
    'allowed',
    () => ({ ...cancelsLater(300, 'Failed')(), run: { settleMs: 1_500 } }),
    normal,
  ),
  situation(
    'actions move by themselves every 3 ms, and a request takes 2 ms',
    'allowed',
    {
      options: { advanceAfter: 3 },
      run: { settleMs: 300 },
      fetch: (inner) => async (request) => {
        await setTimeout(2);
        return inner(request);
      },
    },
    normal,
    {
      inFull: ['UPDATE-1', 'UPDATE-2', 'UPDATE-5', 'UPDATE-10', 'UPDATE-24', 'LIFECYCLE-4', 'LIFECYCLE-12', 'CANCEL-1'],
    },
  ),
  situation(
    'the last change has a column of seconds, and the others one of milliseconds',
    'fault',
    {
      behaviour: (right) => ({
        save: (collection, action, operation) => {
          const seconds = (time: string) => `${time.slice(0, 19)}Z`;
          // The response to a write shows what was computed, and a read what was stored.
          const version = right.save(
            collection,
            { ...action, lastActionDateTime: seconds(action.lastActionDateTime) },
            operation,
          );
          return { ...version, action };
        },
      }),
    },
    { exitCode: 1, fails: ['LIFECYCLE-10', 'RESOURCE-18'] },
  ),
];
