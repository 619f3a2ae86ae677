import type { FetchHandler } from '../../engine/http/transport/handler.js';
import type { Difference } from '../server/difference.js';
import { operationOf } from '../server/operation.js';
import { pageOf } from '../server/page-of.js';
import { rejectWith } from '../server/reject-with.js';
import { situation } from '../situation.js';

/** Rejects these requests once so many of them came. */
function after(count: number, isCounted: (request: Request) => boolean, reject: FetchHandler): () => Difference {
  return () => {
    let counted = 0;
    return {
      fetch: (inner) => (request) => (isCounted(request) && ++counted > count ? reject(request) : inner(request)),
    };
  };
}

/** Responds with 500 in place of the target to this share of the requests, at random from a fixed seed. */
function erratic(share: number): () => Difference {
  return () => {
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    return { fetch: (inner) => (request) => (random() < share ? rejectWith(500)(request) : inner(request)) };
  };
}

const isCreate = (request: Request) => operationOf(request) === 'create';
const isWrite = ({ method }: Request) => method !== 'GET';
const anyRequest = () => true;
const incomplete = { exitCode: 2, mayBeInconclusive: 'any' } as const;
const rejectsCreates = (status: number) => [
  new RegExp(
    `the target rejects any create, although it accepted creates before: request \\d+, a plain create, got ${status} [^;]*`,
  ),
];
const rejectsClient = /the target, or a firewall in front of it, rejects a client that it accepted before: [^;]*/;

export const situations = [
  ...[400, 403, 409, 507].map((status) =>
    situation(
      `the target holds 300 actions, and rejects further creates with ${status}`,
      'configuration',
      after(300, isCreate, rejectWith(status)),
      {
        ...incomplete,
        says: rejectsCreates(status),
      },
    ),
  ),
  situation(
    'after 300 writes the target lets clients read only, and rejects writes with 403',
    'configuration',
    after(300, isWrite, rejectWith(403)),
    { ...incomplete, says: rejectsCreates(403) },
  ),
  situation(
    'after 600 requests the target rejects all of them with 403',
    'configuration',
    after(600, anyRequest, rejectWith(403)),
    { ...incomplete, says: [rejectsClient] },
  ),
  situation(
    'after 600 requests a firewall rejects all of them with 403 and a page of its own',
    'fault',
    after(600, anyRequest, () => pageOf('nginx', 403, 'Forbidden')),
    {
      exitCode: 1,
      fails: ['ERROR-1', 'ERROR-7'],
      mayFail: ['HTTP-1'],
      mayBeInconclusive: 'any',
      says: [rejectsClient],
    },
  ),
  situation('one in a hundred responses is a 500', 'allowed', erratic(0.01), {
    exitCode: 0,
    says: [/\d+ inputs? met a 5xx response that did not come again/],
  }),
];
