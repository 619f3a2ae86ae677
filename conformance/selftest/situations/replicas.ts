import { createReference } from '../../reference/index.js';
import type { Difference } from '../server/difference.js';
import { clock } from '../server/limits.js';
import { rebuilt } from '../server/wire.js';
import { situation } from '../situation.js';

/** Several references, each with a memory of its own, among which `choose` distributes the requests. */
function replicas(others: number, choose: (count: number) => number): () => Difference {
  return () => {
    const rest = Array.from({ length: others }, () => createReference());
    let count = 0;
    return {
      fetch: (inner) => {
        const all = [inner, ...rest.map(({ fetch }) => fetch)];
        return (request) => (all[choose(count++)] ?? inner)(request);
      },
    };
  };
}

/** A cache that keeps each successful GET by its URL for a time, whoever sent it. */
function cache(ms: number, marks: boolean): () => Difference {
  return () => {
    const kept = new Map<string, { readonly at: number; readonly response: Response }>();
    return {
      isOutermost: true,
      fetch: (inner) => async (request) => {
        if (request.method !== 'GET') return inner(request);
        const hit = kept.get(request.url);
        const age = clock() - (hit?.at ?? Number.NEGATIVE_INFINITY);
        if (hit && age < ms) return marked(hit.response.clone(), 'HIT', age, marks);
        const response = await inner(request);
        if (response.status === 200) kept.set(request.url, { at: clock(), response: response.clone() });
        return marked(response, 'MISS', 0, marks);
      },
    };
  };
}

function marked(response: Response, found: string, ageMs: number, marks: boolean): Response | Promise<Response> {
  if (!marks) return response;
  const headers = new Headers(response.headers);
  headers.set('x-cache', found);
  if (found === 'HIT') headers.set('age', String(Math.floor(ageMs / 1_000)));
  return rebuilt(response, { headers });
}

/** Gets are read from a copy that follows the updates with a delay. */
function lagging(ms: number): () => Difference {
  return () => {
    const old = new Map<string, { readonly until: number; readonly response: Response }>();
    return {
      fetch: (inner) => async (request) => {
        const { headers, method, url } = request;
        if (method === 'GET') {
          const kept = old.get(url);
          return kept && clock() < kept.until ? kept.response.clone() : inner(request);
        }
        if (method !== 'PATCH') return inner(request);
        const response = await inner(new Request(url, { headers }));
        const updated = await inner(request);
        if (response.ok && updated.ok) old.set(url, { until: clock() + ms, response });
        return updated;
      },
    };
  };
}

const cached = {
  exitCode: 1,
  fails: ['AUTH-1', 'AUTH-12', 'UPDATE-4'],
  mayFail: 'any',
  mayBeInconclusive: 'any',
  says: [/a cache in front of the target responds in its place/],
} as const;

export const situations = [
  situation(
    'two replicas, each with a memory of its own, respond by turns',
    'fault',
    replicas(1, (count) => count % 2),
    {
      exitCode: 1,
      fails: ['CREATE-9', 'CREATE-10'],
      mayFail: 'any',
      mayBeInconclusive: 'any',
      says: [/the target seems to have several replicas that do not share what they store/],
    },
  ),
  situation(
    'one of three replicas, each with a memory of its own, responds by chance',
    'fault',
    replicas(2, (count) => ((count * 7_919) >> 3) % 3),
    {
      exitCode: 1,
      fails: ['CREATE-9', 'CREATE-10'],
      mayFail: 'any',
      mayBeInconclusive: 'any',
      says: [/the target seems to have several replicas that do not share what they store/],
    },
  ),
  situation('gets show a PATCH 150 ms after the response to it', 'fault', lagging(150), {
    exitCode: 1,
    fails: ['UPDATE-4'],
    mayFail: 'any',
    mayBeInconclusive: 'any',
    says: [/! \d+ requirements .*: a get shows an action as it was before a PATCH that was accepted/],
  }),
  situation('a cache keeps each GET for a second, with x-cache and age', 'fault', cache(1_000, true), cached),
  situation('a cache keeps each GET for a second, and nothing shows it', 'fault', cache(1_000, false), cached),
];
