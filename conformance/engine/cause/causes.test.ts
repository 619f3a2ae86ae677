import { expect, test } from 'vitest';
import { createReference, type ReferenceOptions } from '../../reference/index.js';
import type { Exchange } from '../evidence/exchange.js';
import type { FetchHandler } from '../http/transport/handler.js';
import { attachExchange } from '../judge/judge.js';
import { WriteLog } from '../judge/write-log.js';
import type { InputFinding, Result } from '../run/outcome.js';
import { json, quick, targetOf, worldOn } from '../testing.js';
import type { World } from '../world/world.js';
import type { Cause } from './cause.js';
import { CauseLog } from './cause-log.js';

interface Situation {
  readonly options?: ReferenceOptions;
  /** What stands between the kit and the reference. */
  readonly wrap?: (inner: FetchHandler) => FetchHandler;
  readonly play: (world: World) => Promise<Exchange>;
  /** The place of a finding about the exchange that `play` returns. */
  readonly at?: InputFinding['at'];
  readonly expected?: string;
  /** The name of the input in the finding. */
  readonly input?: string;
}

const settleMs = 20;

/** The causes of one failed requirement, whose finding is about the exchange that `play` returns. */
async function causesIn({
  options,
  wrap = (inner) => inner,
  play,
  at,
  expected = 'right',
  input = 'an input',
}: Situation) {
  const reference = createReference({ seed: 1, ...options });
  const target = targetOf(wrap(reference.fetch), { tokens: await reference.tokens.mintAll() });
  const began = Date.now();
  const world = worldOn(target, { options: quick({ settleMs, timeoutMs: 500 }) });
  const exchange = await play(world);
  const log = new CauseLog(settleMs, (sinceBegin) => began + sinceBegin);
  const writes = new WriteLog();
  writes.read(world.exchanges, 'GET-1: an input');
  log.read(world.exchanges, 'GET-1: an input');
  const finding = {
    ...attachExchange({ message: 'it is wrong', expected, received: 'wrong', at }, exchange),
    input: '',
  };
  const found = writes.withWrite({ ...finding, input }, 'GET-1: an input');
  return log.causes([failed(found)]);
}

function failed(finding: InputFinding): Result {
  const reason = { kind: 'violation', detail: finding.message } as const;
  const rest = { level: 'MUST', basis: 'page', source: [], judged: 1 } as const;
  return { id: 'GET-1', outcome: 'failed', reason, findings: [finding], ...rest };
}

/** The first get after a PATCH shows the action as it was before. */
function behind(inner: FetchHandler): FetchHandler {
  const before = new Map<string, Response>();
  return async (request) => {
    const { headers, method, url } = request;
    if (method === 'PATCH') before.set(url, await inner(new Request(url, { headers })));
    const kept = method === 'GET' ? before.get(url) : undefined;
    if (kept) before.delete(url);
    return kept ?? inner(request);
  };
}

const read = async (world: World): Promise<Exchange> => (await world.get((await world.action()).id)).exchange;

/** Two references that take turns. */
function turns(inner: FetchHandler): FetchHandler {
  const other = createReference({ seed: 2 });
  let requests = 0;
  return (request) => (requests++ % 2 === 0 ? inner(request) : other.fetch(request));
}

/** Keeps every successful GET for ever; says so with the field, or not. */
const cached =
  (field?: string) =>
  (inner: FetchHandler): FetchHandler => {
    const kept = new Map<string, Response>();
    return async (request) => {
      const known = kept.get(request.url);
      if (request.method === 'GET' && known) {
        const headers = new Headers(known.headers);
        if (field) headers.set(field, 'HIT');
        return new Response(await known.clone().text(), { status: known.status, headers });
      }
      const response = await inner(request);
      if (request.method === 'GET' && response.ok) kept.set(request.url, response.clone());
      return response;
    };
  };

const page = (status: number, server: string) =>
  new Response(`<html><head><title>${status}</title></head><hr><center>${server}</center></html>`, {
    status,
    headers: { 'content-type': 'text/html', server },
  });

const isGet = ({ method, url }: Request) => method === 'GET' && /securityActions\/./.test(url);

const situations: Readonly<Record<string, readonly [Cause['kind'], Situation]>> = {
  'replicas that do not share their actions': [
    'replicas',
    {
      wrap: turns,
      at: 'status',
      play: async (world) => {
        const actions = [
          await world.action(),
          await world.create(world.body()).then(({ body }) => body as { id: string }),
        ];
        // An odd number of requests for each, so that both replicas are asked in turn.
        for (const { id } of actions) for (let round = 0; round < 5; round++) await world.get(id);
        return world.exchanges.find(({ response }) => response?.status === 404) as Exchange;
      },
    },
  ],
  'an operation that is not served': [
    'unserved',
    {
      wrap: (inner) => (request) => (isGet(request) ? json(405, { error: {} }) : inner(request)),
      at: 'status',
      play: async (world) => {
        const { id } = await world.action();
        for (let round = 0; round < 8; round++) await world.get(id);
        return (await world.get(id)).exchange;
      },
    },
  ],
  'a cache that says so': ['cache', { wrap: cached('x-cache'), at: '/actionReason', play: readTwice }],
  'a cache that says nothing': ['cache', { wrap: cached(), at: '/actionReason', play: readTwice }],
  'a clock that is behind': [
    'clock',
    {
      options: { now: () => Date.now() - 15 * 60_000 },
      at: '/createdDateTime',
      play: async (world) => (await world.create(world.body())).exchange,
    },
  ],
  'links with another scheme': [
    'scheme',
    {
      wrap: (inner) => async (request) => {
        const response = await inner(request);
        const text = (await response.text()).replaceAll('http://', 'https://');
        return new Response(text, { status: response.status, headers: response.headers });
      },
      at: '/@odata.context',
      play: read,
    },
  ],
  'a gateway with its own page': [
    'gateway',
    {
      wrap: (inner) => (request) => (request.url.includes('%00') ? page(400, 'nginx/1.22.1') : inner(request)),
      at: 'status',
      play: async (world) => {
        await read(world);
        return (await world.get('a\u0000')).exchange;
      },
    },
  ],
  'the default page of a framework': [
    'framework-default',
    {
      wrap: (inner) => (request) =>
        request.method === 'PATCH' ? json(405, { detail: 'Method Not Allowed' }) : inner(request),
      at: 'status',
      play: async (world) => (await world.update((await world.action()).id, { actionReason: 'New' })).exchange,
    },
  ],
  'a token that expires': [
    'token',
    {
      wrap: (inner) => {
        let requests = 0;
        return (request) =>
          ++requests > 3 ? json(401, { error: { code: 'a', message: 'It has expired.' } }) : inner(request);
      },
      at: 'status',
      play: async (world) => {
        for (let round = 0; round < 6; round++) await world.list().catch(() => undefined);
        return world.exchanges.at(-1) as Exchange;
      },
    },
  ],
  'a caller that is accepted': [
    'caller-accepted',
    {
      wrap: (inner) => async (request) =>
        request.headers.has('authorization') ? inner(request) : json(200, { value: [] }),
      at: 'status',
      play: async (world) => (await world.list({ as: 'anonymous' })).exchange,
    },
  ],
  'a cancel that takes effect late': [
    'late-effect',
    {
      wrap: (inner) => {
        let reads = 0;
        return async (request) => {
          if (request.method === 'POST' && request.url.endsWith('/cancelSecurityAction')) return json(204);
          if (request.method !== 'GET') return inner(request);
          const response = await inner(request);
          await new Promise((resolve) => setTimeout(resolve, 2 * settleMs));
          return ++reads < 3 ? response : json(200, { ...((await response.json()) as object), status: 'Completed' });
        };
      },
      at: '/status',
      play: async (world) => {
        const { id } = await world.action();
        await world.cancel(id);
        await world.get(id);
        const { exchange } = await world.get(id);
        await world.get(id);
        return exchange;
      },
    },
  ],
  'a get that shows a PATCH late': [
    'stale-reads',
    {
      wrap: behind,
      at: '/actionReason',
      play: async (world) => {
        let exchange: Exchange | undefined;
        for (const { id } of [await world.action(), await world.action()]) {
          await world.update(id, { actionReason: 'New' });
          exchange = (await world.get(id)).exchange;
          await world.get(id);
        }
        return exchange as Exchange;
      },
    },
  ],
  'a rejected request that changes the action': [
    'rejected-but-done',
    {
      wrap: (inner) => async (request) => {
        const response = await inner(request);
        return request.method === 'PATCH' ? json(400, { error: { code: 'a', message: 'b' } }) : response;
      },
      at: '/actionReason',
      play: async (world) => {
        const { id } = await world.action();
        await world.update(id, { actionReason: 'New' });
        return (await world.get(id)).exchange;
      },
    },
  ],
};

async function readTwice(world: World): Promise<Exchange> {
  await read(world);
  return repeated(world);
}

async function repeated(world: World): Promise<Exchange> {
  const url = world.exchanges.at(-1)?.request.url ?? '';
  return (await world.get(url.slice(url.lastIndexOf('/') + 1))).exchange;
}

test.each(Object.entries(situations))('the cause is found: %s', async (_, [kind, situation]) => {
  const causes = await causesIn(situation);
  expect(causes.map((cause) => cause.kind)).toEqual([kind]);
  const [cause] = causes;
  expect(cause?.requirements).toEqual(['GET-1']);
  expect(cause?.evidence.length).toBeGreaterThan(0);
  expect(JSON.stringify([cause?.says, cause?.detail, cause?.remedy])).not.toMatch(/undefined|NaN|\[object/);
});

test.each([
  ['/status', read],
  ['status', read],
  ['/createdDateTime', async (world: World) => (await world.create(world.body())).exchange],
  ['status', async (world: World) => (await world.get(await world.unusedId())).exchange],
  ['status', async (world: World) => (await world.list({ as: 'anonymous' })).exchange],
] as const)('the reference has no cause that would explain a finding at %s', async (at, play) => {
  expect(await causesIn({ at, play })).toEqual([]);
});

test('a target whose every creation time is the same has no clock that is behind', async () => {
  const createdDateTime = new Date(Date.now() - 15 * 60_000).toISOString();
  const wrap = (inner: FetchHandler) => async (request: Request) => {
    const response = await inner(request);
    return request.method === 'POST'
      ? json(201, { ...((await response.json()) as object), createdDateTime })
      : response;
  };
  const play = async (world: World) => {
    await world.create(world.body());
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    return (await world.create(world.body())).exchange;
  };
  expect(await causesIn({ wrap, play, at: '/createdDateTime' })).toEqual([]);
});

test('a finding of another kind is not explained by a cause that others have', async () => {
  const [, gateway] = situations['a gateway with its own page'] ?? [];
  if (!gateway) throw new Error('there is no such situation');
  const play = async (world: World) => {
    await gateway.play(world);
    return read(world);
  };
  expect(await causesIn({ ...gateway, play, at: '/name' })).toEqual([]);
});

test('a target that gives every response the same request-id does not look like a cache', async () => {
  const wrap = (inner: FetchHandler) => async (request: Request) => {
    const response = await inner(request);
    const headers = new Headers(response.headers);
    headers.set('request-id', 'always-the-same');
    return new Response(response.body, { status: response.status, headers });
  };
  const play = async (world: World) => {
    await read(world);
    await repeated(world);
    return repeated(world);
  };
  expect(await causesIn({ wrap, play, at: '/name' })).toEqual([]);
});

test('an operation that is served once, or only for some actions, is not one that is never served', async () => {
  const wrap = (inner: FetchHandler) => {
    let gets = 0;
    return (request: Request) => (isGet(request) && gets++ > 0 ? json(404, { error: {} }) : inner(request));
  };
  const play = async (world: World) => {
    const { id } = await world.action();
    for (let round = 0; round < 9; round++) await world.get(id);
    return (await world.get(id)).exchange;
  };
  expect(await causesIn({ wrap, play, at: 'status' })).toEqual([]);
});

test('an action that a get never finds and a PATCH does is no sign of replicas', async () => {
  const wrap = (inner: FetchHandler) => {
    let gets = 0;
    return (request: Request) =>
      isGet(request) && gets++ > 0 ? json(404, { error: { code: 'a', message: 'b' } }) : inner(request);
  };
  const play = async (world: World) => {
    for (let action = 0; action < 3; action++) {
      const { id } = await world.action();
      for (let round = 0; round < 4; round++) {
        await world.get(id);
        await world.update(id, { actionReason: 'x' });
      }
    }
    return world.exchanges.find(({ response }) => response?.status === 404) as Exchange;
  };
  expect(await causesIn({ wrap, play, at: 'status' })).toEqual([]);
});

test('a PATCH that is never shown is no sign of reads that are behind', async () => {
  const causes = await causesIn({
    wrap: (inner) => (request) =>
      request.method === 'PATCH' ? inner(new Request(request.url, { headers: request.headers })) : inner(request),
    at: '/actionReason',
    play: async (world) => {
      const { id } = await world.action();
      for (let round = 0; round < 3; round++) {
        await world.update(id, { actionReason: 'New' });
        await world.get(id);
      }
      return (await world.get(id)).exchange;
    },
  });
  expect(causes).toEqual([]);
});

test('an action that ended in time and starts again later is no sign of a late effect', async () => {
  const wrap = (inner: FetchHandler) => {
    let reads = 0;
    return async (request: Request) => {
      if (request.method === 'POST' && request.url.endsWith('/cancelSecurityAction')) return json(204);
      const response = await inner(request);
      if (request.method !== 'GET' || ++reads > 1) return response;
      return json(200, { ...((await response.json()) as object), status: 'Completed' });
    };
  };
  const play = async (world: World) => {
    const { id } = await world.action();
    await world.cancel(id);
    await world.get(id);
    await new Promise((resolve) => setTimeout(resolve, 2 * settleMs));
    return (await world.get(id)).exchange;
  };
  expect(await causesIn({ wrap, play, at: '/status' })).toEqual([]);
});

test('what the audit finds after a rejected write is no sign of rejected requests that take effect', async () => {
  const play = async (world: World) => {
    const { id } = await world.action({ status: 'Completed' });
    await world.update(id, { status: 'Running' });
    return (await world.get(id)).exchange;
  };
  const kinds = async (input: string) => (await causesIn({ play, at: '/status', input })).map(({ kind }) => kind);
  expect(await kinds('an input')).toEqual(['rejected-but-done']);
  expect(await kinds('audit')).toEqual([]);
});

test('an action that appears late and then stays is no sign of replicas', async () => {
  const wrap = (inner: FetchHandler) => {
    const seen = new Map<string, number>();
    return async (request: Request) => {
      const reads = (seen.get(request.url) ?? 0) + 1;
      seen.set(request.url, reads);
      if (request.method === 'GET' && reads === 1) return json(404, { error: { code: 'a', message: 'b' } });
      return inner(request);
    };
  };
  const play = async (world: World) => {
    for (let action = 0; action < 3; action++) {
      const { id } = await world.action();
      for (let round = 0; round < 4; round++) await world.get(id);
    }
    return world.exchanges.find(({ response }) => response?.status === 404) as Exchange;
  };
  expect(await causesIn({ wrap, play, at: 'status' })).toEqual([]);
});
