import type { FetchHandler } from '../../engine/http/transport/handler.js';
import { drawFrom } from '../../engine/world/draw.js';
import type { Difference } from '../server/difference.js';
import { clock, Rate } from '../server/limits.js';
import { pageOf } from '../server/page-of.js';
import { rejectWith } from '../server/reject-with.js';
import { situation } from '../situation.js';

const patient = { patienceMs: 30_000 };
const page = (status: number, title: string) => () => pageOf('nginx', status, title);

/** Rejects what exceeds 250 requests a second. */
function limited(reject: FetchHandler): () => Difference {
  return () => {
    const rate = new Rate(4, 8);
    return { fetch: (inner) => (request) => (rate.exceeded() ? reject(request) : inner(request)), run: patient };
  };
}

/** Responds instead of the target to each n-th request. */
function each(n: number, respond: FetchHandler): () => Difference {
  return () => {
    let count = 0;
    return { fetch: (inner) => (request) => (++count % n === 0 ? respond(request) : inner(request)), run: patient };
  };
}

/** Responds instead of the target to one request in n, drawn from a seed. */
function drawn(n: number, respond: FetchHandler): () => Difference {
  return () => {
    const draw = drawFrom(1, 'requests');
    return { fetch: (inner) => (request) => (draw.integer(n) === 0 ? respond(request) : inner(request)), run: patient };
  };
}

/** Hands each n-th request to the target and replaces its response. */
function afterwards(n: number, respond: FetchHandler): () => Difference {
  return () => {
    let count = 0;
    return {
      fetch: (inner) => async (request) => {
        if (++count % n !== 0) return inner(request);
        await inner(request.clone());
        return respond(request);
      },
      run: patient,
    };
  };
}

/** From this request on, responds instead of the target for some milliseconds. */
function outage(from: number, ms: number, respond: FetchHandler, run = patient): () => Difference {
  return () => {
    let count = 0;
    let began: number | undefined;
    return {
      fetch: (inner) => (request) => {
        if (++count >= from) began ??= clock();
        return began !== undefined && clock() < began + ms ? respond(request) : inner(request);
      },
      run,
    };
  };
}

const counted = (status: number) => new RegExp(`of [\\d,]+ responses [\\d,]+ were ${status}[^;]*`);
const ownPages = { exitCode: 1, fails: ['ERROR-1', 'ERROR-7'], mayFail: ['HTTP-17'] } as const;

export const situations = [
  situation(
    'a gateway rejects what exceeds its rate with 503 and a page of its own',
    'fault',
    limited(page(503, 'Service Temporarily Unavailable')),
    { ...ownPages, mayFail: ['HTTP-9'], says: [counted(503), /from another server than the API \("nginx"\)/] },
  ),
  situation(
    'a gateway rejects what exceeds its rate with 503 and the envelope of the API',
    'allowed',
    limited(rejectWith(503)),
    {
      exitCode: 0,
      fails: ['HTTP-9'],
      says: [counted(503)],
    },
  ),
  situation(
    'the target rejects what exceeds its rate with 503 and Retry-After',
    'allowed',
    limited(rejectWith(503, { 'retry-after': '0' })),
    {
      exitCode: 0,
      says: [counted(503)],
    },
  ),
  situation('a gateway responds with 502 to some requests', 'fault', each(60, page(502, 'Bad Gateway')), {
    ...ownPages,
    says: [counted(502)],
  }),
  situation(
    'a gateway responds with 504 to some requests that the target carries out',
    'allowed',
    afterwards(80, rejectWith(504)),
    {
      exitCode: 0,
      says: [counted(504)],
    },
  ),
  situation(
    'a gateway responds with 502 to some requests that the target carries out',
    'allowed',
    afterwards(80, rejectWith(502)),
    {
      exitCode: 0,
      says: [counted(502)],
    },
  ),
  situation(
    'the target restarts behind a gateway that responds with 502 for half a second',
    'fault',
    outage(300, 500, page(502, 'Bad Gateway')),
    {
      ...ownPages,
      says: [counted(502)],
    },
  ),
  situation(
    'the target is under maintenance for a second, with 503 and Retry-After',
    'allowed',
    outage(300, 1_000, rejectWith(503, { 'retry-after': '1' })),
    {
      exitCode: 0,
      says: [counted(503)],
    },
  ),
  situation(
    'the target goes down in the middle of the run and stays down',
    'fault',
    outage(300, 3_600_000, rejectWith(503), { patienceMs: 1_500 }),
    {
      exitCode: 2,
      mayFail: ['HTTP-9'],
      mayBeInconclusive: 'any',
      says: [counted(503)],
    },
  ),
  situation(
    'a gateway responds to one request in fourteen, drawn, with 500 and a page of its own',
    'fault',
    drawn(14, page(500, 'Oops')),
    {
      ...ownPages,
      mayFail: ['HTTP-1', 'HTTP-17'],
      mayBeInconclusive: 'any',
      says: [
        /a gateway in front of the API \(nginx\) responds to some requests with pages of its own, and not because/,
      ],
    },
    { inFull: ['CREATE-7', 'LIST-7', 'LIST-9'] },
  ),
  situation('the target responds with 500 to a request now and then', 'fault', each(211, rejectWith(500)), {
    exitCode: 0,
  }),
];
