/** One call, as middleware sees it: the callback of openapi-fetch, without its serializers. */
export interface MiddlewareCall {
  readonly request: Request;
  /** The path of the contract, such as `/security/securityActions/{securityActionId}`, or a next link. */
  readonly schemaPath: string;
  readonly params: { readonly query?: Values | undefined; readonly path?: Values | undefined };
  /** Identifies the call. */
  readonly id: string;
  readonly options: { readonly baseUrl: string; readonly fetch: (request: Request) => Promise<Response> };
}

type Values = Readonly<Record<string, unknown>>;

// biome-ignore lint/suspicious/noConfusingVoidType: a function without a return statement is middleware too.
type Maybe<T> = T | undefined | void | Promise<T | undefined | void>;

/** Middleware with the interface of openapi-fetch; its `Middleware` can be used as one. */
export interface Middleware {
  /** Replaces the request, or responds instead of the service. */
  onRequest?(call: MiddlewareCall): Maybe<Request | Response>;
  /** Replaces the response. */
  onResponse?(call: MiddlewareCall & { readonly response: Response }): Maybe<Response>;
  /** Replaces the error, or responds, when no response arrived. */
  onError?(call: MiddlewareCall & { readonly error: unknown }): Maybe<Response | Error>;
}

/**
 * Sends the request of a call through middleware: requests in their order, responses and errors in the opposite order.
 * openapi-fetch itself would make the client for browsers larger by two thirds.
 */
export async function through(list: readonly Middleware[], call: MiddlewareCall): Promise<Response> {
  let { request } = call;
  const back = [...list].reverse();
  for (const one of list) {
    const result = await one.onRequest?.({ ...call, request });
    if (result && 'status' in result) return result;
    request = result ?? request;
  }
  let response: Response | undefined;
  try {
    response = await call.options.fetch(request);
  } catch (thrown) {
    let error: unknown = thrown;
    for (const one of back) {
      const result = await one.onError?.({ ...call, request, error });
      if (result && 'status' in result && 'headers' in result) {
        response = result;
        break;
      }
      error = result ?? error;
    }
    if (!response) throw error;
  }
  for (const one of back) response = (await one.onResponse?.({ ...call, request, response })) ?? response;
  return response;
}
