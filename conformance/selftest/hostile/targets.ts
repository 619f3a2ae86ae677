import type { Target } from '../../engine/target.js';
import { createReference, type Reference } from '../../reference/index.js';
import type { Wrap } from '../server/difference.js';
import { serverWith } from '../server/server.js';
import { editJson, on } from '../server/wire.js';
import { long } from '../situations/lists.js';
import { overHttp, type Serve } from '../situations/serving/http-front.js';
import { overTcp, passing } from '../situations/serving/tcp-front.js';
import { ids } from '../variants/ids.js';
import { behaviours, type Misbehave } from './behaviours.js';
import { besideResponses } from './between-responses.js';
import { headerSections } from './header-sections.js';
import { http2Floods } from './http2-frames.js';
import { http2Targets } from './http2-targets.js';
import { largeActions } from './large-actions.js';
import { oddIds, oddLinks } from './links-and-ids.js';
import { oddResponses } from './odd-responses.js';
import { secureTargets } from './secure-targets.js';

/** A hostile or broken target, and what a run must say about it. */
export interface HostileTarget {
  readonly name: string;
  /** Starts it. `done` closes it. */
  start(): Promise<{
    readonly url: string;
    readonly token: string;
    readonly args?: readonly string[];
    done(): Promise<void>;
  }>;
}

/** Requests that the reference answers before a target misbehaves "later": the probe is over. */
const before = 150;

function served(name: string, serve: (reference: Reference) => Serve, wrap?: Wrap): HostileTarget {
  return {
    name,
    start: async () => {
      const reference = createReference();
      const fetch = wrap?.(reference.fetch) ?? reference.fetch;
      const { origin, close } = await serve(reference)(fetch);
      return { url: `${origin}${reference.basePath}`, token: await reference.tokens.mint('writer'), done: close };
    },
  };
}

/** Misbehaves on every request. */
const always = (name: string, misbehave: Misbehave): HostileTarget => served(name, () => overHttp(misbehave));

/** Is the reference at first, and then misbehaves on every request. */
const later = (name: string, misbehave: Misbehave): HostileTarget =>
  served(`${name}, later`, () => {
    let requests = 0;
    return overHttp((request, response, next) => (++requests > before ? misbehave(request, response) : next()));
  });

type ChangeBody = (body: unknown, request: Request) => unknown;

/** Is the reference, except that it misbehaves on lists after the first ones. */
const onLists = (name: string, misbehave: Misbehave, answered = 3): HostileTarget =>
  served(`${name}, ${answered > 0 ? 'lists' : 'all lists'}`, () => {
    let requests = 0;
    return overHttp((request, response, next) => {
      const isList = request.method === 'GET' && /\/securityActions\/?(\?|$)/.test(request.url ?? '');
      return isList && ++requests > answered ? misbehave(request, response) : next();
    });
  });

/** Changes the JSON object in the body of every response. */
const changed = (change: ChangeBody): Wrap => editJson(on('any'), (body, { request }) => change(body, request));

/** Changes every string of a JSON value, but neither links nor ids, without which no run goes on. */
function everyString(change: (text: string) => string): ChangeBody {
  const visit = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return /^(id|@odata\..*|status|.*DateTime)$/.test(name) ? value : change(value);
    if (Array.isArray(value)) return value.map((one) => visit(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one, key)]));
  };
  return (body) => visit(body);
}

const isPage = (body: unknown): body is { value: Record<string, unknown>[] } =>
  Array.isArray((body as { value?: unknown }).value);

/** The list has this many more elements. */
const padded = (count: number): ChangeBody => {
  const element = {
    name: 'BlockIp',
    status: 'Completed',
    createdDateTime: '2026-01-01T00:00:00Z',
    parameters: [{ name: 'IP', value: '192.0.2.1' }],
    states: [],
    vendorInformation: { vendor: 'Example Security', provider: 'Example Provider' },
  };
  const more = Array.from({ length: count }, (_, index) => ({ id: `padding-${index}`, ...element }));
  return (body) => (isPage(body) ? { ...body, value: [...body.value, ...more] } : body);
};

/** Each page has a link to another one, which shows another action. */
const endlessPages = (): ChangeBody => {
  let pages = 0;
  return (body, { url }) => {
    if (!isPage(body)) return body;
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(++pages));
    const value = [...body.value.slice(0, 1), { ...body.value[0], id: `page-${pages}` }];
    return { ...body, value, '@odata.nextLink': next.href };
  };
};

/** Conforms to the contract: one list of all actions, so many of them of another client, whatever a request asks for. */
const withoutPages = (count: number): HostileTarget => ({
  name: `one list of ${count.toLocaleString('en')} actions without pages, which is allowed`,
  start: async () => {
    const { target } = await serverWith([long(count)()]);
    return overSocket(target);
  },
});

/** Serves a target of this process on a socket. */
async function overSocket({ fetch, url, tokens }: Target): ReturnType<HostileTarget['start']> {
  const { origin, close } = await overHttp()(async (request) => (await fetch?.(request)) ?? Response.error());
  return { url: `${origin}${new URL(url).pathname}`, token: tokens.writer ?? '', done: close };
}

const tricks =
  '\u001b[2J\u001b[31m\u0007\u202e</pre><script>alert(1)</script>=HYPERLINK("http://192.0.2.1")]]>&\u0000\r\n';

/** Conforms to the contract, but takes this long for each response of this method, or of any. */
const slowly = (name: string, delayMs: number, slow = /./): HostileTarget =>
  served(name, () =>
    overHttp(({ method = '' }, _response, next) => void setTimeout(next, slow.test(method) ? delayMs : 0)),
  );

/** Conforms to the contract, with ids that this makes from the number of the action. */
const withIds = (name: string, make: (number: number) => string): HostileTarget => ({
  name,
  start: async () => {
    const { target } = await serverWith([ids(make)()]);
    return overSocket(target);
  },
});

/** Ends all connections after so many, and listens again after this time, or never. `next` is then in place of the reference. */
const dying = (name: string, backAfterMs?: number, next?: Reference): HostileTarget => {
  let isDead = false;
  const serve = () => {
    let requests = 0;
    const inner = overHttp((_request, _response, next) => {
      requests += 1;
      next();
    });
    return overTcp((link, restart) => {
      link.kit.on('data', () => {
        if (requests < before || isDead) return;
        isDead = true;
        restart(backAfterMs ?? 86_400_000);
      });
      passing(link);
    }, inner);
  };
  return served(name, serve, (inner) => (request) => (isDead && next ? next : { fetch: inner }).fetch(request));
};

const all = Object.entries({ ...behaviours, ...headerSections, ...oddResponses });
/** A list is read as any other response, up to the end of its header section. */
const inBodies = Object.entries(behaviours);

export const hostileTargets: readonly HostileTarget[] = [
  served('the reference, for comparison', () => overHttp()),
  ...all.map(([name, misbehave]) => always(name, misbehave)),
  ...all.map(([name, misbehave]) => later(name, misbehave)),
  ...inBodies.map(([name, misbehave]) => onLists(name, misbehave)),
  onLists('never responds', () => undefined, 0),
  served('pages without end', () => overHttp(), changed(endlessPages())),
  served('lists of 100,000 elements', () => overHttp(), changed(padded(100_000))),
  ...Object.entries(largeActions).map(([name, wrap]) => served(name, () => overHttp(), wrap)),
  withIds('ids of 10,000 characters', (number) => `${number}`.padStart(10_000, '0')),
  ...Object.entries(oddLinks).map(([name, wrap]) => served(name, () => overHttp(), wrap)),
  ...Object.entries(oddIds).map(([name, make]) => withIds(name, make)),
  slowly('creates that take 5 s each', 5_000, /^POST$/),
  slowly('responses that take 5 s each', 5_000),
  withoutPages(3_000),
  served('lists of 3,000 elements', () => overHttp(), changed(padded(3_000))),
  served(
    'terminal escapes, markup and formulas in every string',
    () => overHttp(),
    changed(everyString((text) => `${tricks}${text}`)),
  ),
  served(
    'strings of 20 kB everywhere',
    () => overHttp(),
    changed(everyString((text) => `${text}${'x'.repeat(20_000)}`)),
  ),
  served(
    'strings of 200 kB everywhere',
    () => overHttp(),
    changed(everyString((text) => `${text}${'x'.repeat(200_000)}`)),
  ),
  served(
    'strings of 1 MB everywhere',
    () => overHttp(),
    changed(everyString((text) => `${text}${'x'.repeat(1_000_000)}`)),
  ),
  dying('dies in the middle and comes back', 2_000),
  dying('dies in the middle and stays dead'),
  dying('dies in the middle and comes back without its memory', 2_000, createReference()),
  ...Object.entries(besideResponses).map(([name, front]) => served(name, () => overHttp(front))),
  ...secureTargets,
  ...http2Targets,
  ...http2Floods,
];
