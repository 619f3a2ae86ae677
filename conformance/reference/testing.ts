import type { ReferenceIdentity } from './identity/identities.js';
import type { Reference } from './index.js';

/** Options of a request in a test. */
export interface TestRequest {
  /** The caller; the writer by default. */
  readonly as?: ReferenceIdentity;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. A string or bytes are sent unchanged, with the JSON media type unless `headers` sets another. */
  readonly body?: unknown;
}

/** A response; `body` is the parsed JSON, `undefined` when there is no body. */
export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any member of the response.
  readonly body: any;
}

/** Sends a request to a reference without a socket: `send('POST', '', { body })`. The path is relative to the collection. */
export type SendTestRequest = (method: string, path?: string, request?: TestRequest) => Promise<TestResponse>;

/** Creates a function that sends requests to the reference, with one token for each identity. */
export async function createSend(reference: Reference): Promise<SendTestRequest> {
  const tokens = await reference.tokens.mintAll();
  return async (method, path = '', { as = 'writer', headers, body } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await reference.fetch(
      new Request(`http://reference.example${reference.basePath}/security/securityActions${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${tokens[as]}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}
