import type { StoredAction } from '../../reference/action/action.js';
import { newAction } from '../../reference/action/create.js';
import type { Difference } from '../server/difference.js';
import { serverWith } from '../server/server.js';
import { editText, on, wraps } from '../server/wire.js';
import { type Situation, situation } from '../situation.js';
import { ignoring } from '../variants/features.js';
import { newestFirst } from '../variants/lists.js';

const withoutOptions = ignoring('top', 'skip', 'count', 'select', 'orderby', 'filter').fetch ?? wraps();

/** Pages by offset over a time in seconds, with another order of equal times for each page. */
const ties: Difference = {
  fetch: withoutOptions,
  ...newestFirst(10),
  behaviour: (right) => {
    const { collectionFor } = (newestFirst(10).behaviour as (given: typeof right) => Partial<typeof right>)(right);
    let turn = 0;
    const shuffled = (actions: readonly StoredAction[]) => {
      turn += 1;
      const key = ({ id }: StoredAction) => `${Number.parseInt(id.slice(0, 8), 16) * (2 * turn + 1)}`.slice(-5);
      return actions.toSorted((a, b) => key(a).localeCompare(key(b)));
    };
    return {
      ...(collectionFor && { collectionFor }),
      arrange: (actions, query) => shuffled(right.arrange(actions, query)),
    };
  },
};

/** So many actions of another client, on one page with those of the run. */
export function long(count: number, run: Difference['run'] = {}): () => Difference {
  return () => {
    let others: string | undefined;
    const withOthers = (text: string) => {
      others ??= Array.from({ length: count }, (_, index) => JSON.stringify(other(index))).join();
      return text.replace(/"value":\[(.)/, (_, next) => `"value":[${others}${next === ']' ? ']' : `,${next}`}`);
    };
    return {
      options: { pageSize: Number.MAX_SAFE_INTEGER },
      behaviour: { parsePreferences: () => ({}) },
      run,
      fetch: wraps(withoutOptions, editText(on('list', 200), withOthers)),
    };
  };
}

function other(index: number): StoredAction {
  const caller = {
    appId: '11111111-0000-4000-8000-000000000000',
    tenantId: '22222222-0000-4000-8000-000000000000',
    user: null,
  };
  const body = { name: 'BlockIp', parameters: [{ name: 'IP', value: '192.0.2.1' }] };
  const id = `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return newAction(body, { caller: caller as never, id, now: Date.UTC(2026, 0, 1) });
}

/** TLS ends before the target, which writes its own scheme and, where given, its own host into links. */
function behindTls(name: string, host: string | undefined, expected: Situation['expected']): Situation {
  return {
    name,
    standing: 'fault',
    expected,
    open: async (run) => {
      const server = await serverWith([{ options: { pageSize: 10 } }], { timeoutMs: 60_000, ...run });
      const { fetch, url } = server.target;
      const secure = (text: string) => text.replace(/^http:/, 'https:');
      const target = {
        ...server.target,
        url: secure(url),
        fetch: (request: Request) => {
          const inner = new URL(request.url);
          inner.protocol = host === undefined ? 'http:' : 'https:';
          if (host !== undefined) inner.host = host;
          const { method, headers } = request;
          return (
            fetch?.(new Request(inner, { method, headers, body: request.body, duplex: 'half' } as RequestInit)) ??
            new Response()
          );
        },
      };
      return { ...server, target, close: async () => undefined };
    },
  };
}

export const situations = [
  situation(
    'the list is ordered by creation, newest first, in pages by offset, without query options',
    'allowed',
    { ...newestFirst(10), fetch: withoutOptions },
    { exitCode: 0 },
    { inFull: ['LIST-3', 'LIST-6', 'LIST-7'] },
  ),
  situation('pages by offset follow a column with ties, without another key', 'fault', ties, {
    exitCode: 1,
    fails: ['LIST-3', 'LIST-6', 'LIST-7'],
    mayFail: ['AUTH-5', 'CREATE-10', 'LIST-19'],
    mayBeInconclusive: ['CREATE-55', 'LIST-19', 'LIST-27'],
  }),
  situation(
    'one list of 12,000 actions without pages',
    'allowed',
    long(12_000),
    { exitCode: 0 },
    { only: ['LIST-1', 'CREATE-10'] },
  ),
  situation(
    'one list of 12,000 actions without pages, beyond the limit of the kit',
    'allowed',
    long(12_000, { maxBodyBytes: 500_000 }),
    {
      exitCode: 2,
      mayBeInconclusive: 'any',
      says: [/the body is longer than 500000 bytes, the most that the kit reads; raise the limit with --max-body/],
    },
    { only: ['LIST-1', 'CREATE-10'] },
  ),
  behindTls('TLS ends at a proxy, and links say http', undefined, {
    exitCode: 1,
    fails: ['LIST-6'],
    mayFail: ['CREATE-8', 'LIST-7', 'LIST-26'],
    says: [/X-Forwarded-Proto/],
  }),
  behindTls('a proxy hides the host of the target, and links name it', 'internal.example', {
    exitCode: 0,
    fails: ['LIST-26'],
    mayFail: ['CREATE-8'],
  }),
];
