import { setTimeout as sleep } from 'node:timers/promises';
import { referenceBehaviour } from '../../reference/behaviour.js';
import type { ReferenceOptions } from '../../reference/index.js';

/** How a target differs from the reference. For tests only. */
export interface Defect {
  readonly behaviour?: ReferenceOptions['behaviour'];
  /** Stands between the kit and the reference. */
  readonly intercept?: (request: Request, respond: Respond) => Promise<Response>;
}

type Respond = (request: Request) => Promise<Response>;

const { applyPatch, validateCreate } = referenceBehaviour;

/** A create without `parameters` succeeds, a 201 has no Location, and `/$count` is rejected with 403. */
export function laxCreate(): Defect {
  return {
    behaviour: { validateCreate: (body) => validateCreate({ parameters: [], ...body }) },
    intercept: async (request, respond) => {
      if (request.url.endsWith('/$count')) return error(403);
      const response = await respond(request);
      const headers = new Headers(response.headers);
      headers.delete('location');
      return new Response(response.body, { status: response.status, headers });
    },
  };
}

/** Every POST is rejected with 500. */
export function brokenPost(): Defect {
  return { intercept: async (request, respond) => (request.method === 'POST' ? error(500) : respond(request)) };
}

/** A PATCH ignores `name` once `clientContext` of the action was changed: only a sequence of requests shows it. */
export function staleName(): Defect {
  const changed = new Set<string>();
  return {
    behaviour: {
      applyPatch: (action, patch, change) => {
        const { name, ...others } = patch;
        const after = applyPatch(action, changed.has(action.id) ? others : patch, change);
        if ('clientContext' in patch) changed.add(action.id);
        return after;
      },
    },
  };
}

/** Concurrent updates of one property each get a response, and none is stored: only concurrent requests show it. */
export function lostUpdates(): Defect {
  const concurrent = new Map<string, number>();
  return {
    intercept: async (request, respond) => {
      const body = request.method === 'PATCH' ? await objectIn(request.clone()) : {};
      // The requests of only one kind of round fail, because the timelines of others depend on the scheduling of this process.
      if (!/^(parameters|clientContext|actionReason)$/.test(Object.keys(body).join())) return respond(request);
      const { url, headers } = request;
      concurrent.set(url, (concurrent.get(url) ?? 0) + 1);
      await sleep(50);
      if (concurrent.get(url) === 1) return respond(request).finally(() => concurrent.delete(url));
      const authorization = headers.get('authorization') ?? '';
      const stored = await objectIn(await respond(new Request(url, { headers: { authorization } })));
      await sleep(50);
      concurrent.delete(url);
      return Response.json({ ...stored, ...body });
    },
  };
}

/** A cache in front keeps the first successful response to each URL and gives it to everybody. */
export function cacheForAll(): Defect {
  const kept = new Map<string, Response>();
  return {
    intercept: async (request, respond) => {
      const hit = request.method === 'GET' ? kept.get(request.url)?.clone() : undefined;
      if (hit) return new Response(hit.body, { headers: [...hit.headers, ['x-cache', 'HIT'], ['age', '1']] });
      const response = await respond(request);
      if (request.method === 'GET' && response.status === 200) kept.set(request.url, response.clone());
      return response;
    },
  };
}

async function objectIn(message: Pick<Request, 'json'>): Promise<object> {
  return (await message.json()) as object;
}

function error(status: number): Response {
  return Response.json({ error: { code: 'error', message: 'The request failed.' } }, { status });
}
