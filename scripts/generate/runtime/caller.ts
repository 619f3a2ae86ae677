import { type Answer, answerOf, type Successes } from './answer.js';
import { baseUrlOf, numberOf, objectBody, segment, tokenOf } from './arguments.js';
import { sleep, withDeadline } from './deadline.js';
import { SecurityActionsError } from './failure.js';
import { type Middleware, through } from './middleware.js';
import { dataOf, items } from './pages.js';
import { type Send, sender } from './send.js';

/** How the client connects to the service. */
export interface CallerOptions {
  /** The absolute base URL, including the version segment: `https://graph.microsoft.com/beta`. */
  readonly baseUrl: string;
  /** A bearer token, or a function that returns one for each call. Not used if a call sets `Authorization` itself. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Sends a request. Default: the global `fetch`. */
  readonly fetch?: Send | undefined;
  /** Header fields for every request. `Prefer` belongs to a call, because it decides the type of the result. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Milliseconds that one attempt may take, with its body. Default: 30000; `Infinity` never ends one. */
  readonly timeout?: number | undefined;
  /**
   * How often a request is sent again after 429 or 503, as soon as `Retry-After` allows. Default: 3. A create is sent again only after
   * 429, which says that nothing was created. A wait of more than a minute is left to the caller.
   */
  readonly retries?: number | undefined;
  /** Middleware, in the order in which it sees requests. It sees each call once, whatever its number of attempts. */
  readonly middleware?: readonly Middleware[] | undefined;
}

/** What the document says about an operation. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The name of the path parameter. */
  readonly idName?: string;
  readonly needsBody: boolean;
  readonly repeatable: boolean;
  readonly successes: Successes;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** The options of a call, without the types of its operation. */
interface CallOptions {
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Fields | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly body?: unknown;
}

/** Functions that call any operation. Throws a TypeError for options that cannot be used. */
export function createCaller(connection: CallerOptions) {
  const { token, headers: everywhere = {} } = connection;
  const baseUrl = baseUrlOf(connection.baseUrl);
  const timeout = numberOf('timeout', connection.timeout ?? 30_000, 1);
  const retries = numberOf('retries', connection.retries ?? 3, 0);
  const middleware = [...(connection.middleware ?? [])];
  if (Object.keys(everywhere).some((name) => /^prefer$/i.test(name)))
    throw new TypeError('Could not use headers: expected Prefer on a call, because it decides the type of the result');
  if (token !== undefined && typeof token !== 'function') tokenOf(token);

  async function call(operation: Operation, id?: string, options?: CallOptions, link?: URL): Promise<Answer> {
    const { method, idName, needsBody, repeatable, successes } = operation;
    const { query = {}, signal, body } = options ?? {};
    const params = { query: link ? {} : query, path: idName === undefined ? {} : { [idName]: segment(idName, id) } };
    if (needsBody || body !== undefined) objectBody(body);
    const headers = headersOf(everywhere, options?.headers);
    const schemaPath = link?.href ?? operation.path;
    const url = link?.href ?? addressOf(baseUrl + operation.path, params);
    const called = `${method} ${url}`;
    const late = () => timedOut(`${called} got no response in ${timeout} ms`, url);
    return withDeadline(signal, timeout, late, async (deadline) => {
      if (token !== undefined && !headers.has('Authorization'))
        headers.set('Authorization', `Bearer ${tokenOf(typeof token === 'function' ? await token() : token)}`);
      if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
      const request = new Request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
      const fetch = sender(connection.fetch ?? globalThis.fetch, { retries, repeatable }, deadline);
      const middlewareCall = { request, schemaPath, params, id: `${Math.random()}`, options: { baseUrl, fetch } };
      const response = await through(middleware, middlewareCall);
      const minimal = /\breturn=minimal\b/i.test(`${options?.headers?.Prefer},${options?.headers?.prefer}`);
      return answerOf(response, successes, { minimal, partial: query.$select !== undefined }, called, url);
    });
  }

  /** The items of all pages of a list. */
  const all = (operation: Operation, options?: CallOptions) =>
    items(baseUrl + operation.path, (link) => call(operation, undefined, options, link));

  /** The entity, as soon as its status is one of `final`. */
  async function wait(
    operation: Operation,
    final: readonly unknown[],
    id: string,
    options: CallOptions & { readonly timeout?: number | undefined } = {},
  ): Promise<unknown> {
    const timeout = numberOf('timeout', options.timeout ?? 300_000, 0);
    let status: unknown;
    const late = () => timedOut(`${id} was not finished after ${timeout} ms: its status was ${status}`, baseUrl);
    return withDeadline(options.signal, timeout, late, async ({ signal }) => {
      for (let interval = 500; ; interval = Math.min(interval * 1.5, 15_000)) {
        const answer = await call(operation, id, { headers: options.headers, signal });
        const data = dataOf(answer, `${operation.method} ${id}`) as { readonly status?: unknown };
        status = data.status;
        if (final.includes(status)) return data;
        await sleep(Math.max(interval, (answer.retryAfter ?? 0) * 1000), signal);
      }
    });
  }

  return { call, all, wait, use: (...more: readonly Middleware[]) => void middleware.push(...more) };
}

function headersOf(...layers: readonly (Fields | undefined)[]): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  for (const fields of layers)
    for (const [name, value] of Object.entries(fields ?? {})) if (value !== undefined) headers.set(name, value);
  return headers;
}

/** The URL of a request. The contract separates the values of a list in a query with commas. */
function addressOf(
  template: string,
  { path, query }: { path: Fields; query: Readonly<Record<string, unknown>> },
): string {
  const url = Object.entries(path).reduce(
    (at, [name, id = '']) => at.replace(`{${name}}`, () => encodeURIComponent(id)),
    template,
  );
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    const values = [value ?? []].flat();
    return values.length > 0 ? [`${name}=${values.map((one) => encodeURIComponent(String(one))).join(',')}`] : [];
  });
  return pairs.length > 0 ? `${url}?${pairs.join('&')}` : url;
}

const timedOut = (message: string, url: string) =>
  Object.defineProperty(new SecurityActionsError(message, url), 'name', { value: 'TimeoutError' });
