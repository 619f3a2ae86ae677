import type { Identity } from './identity/identities.js';
import type { Reference } from './index.js';

/** A request as a test writes it. */
export interface Question {
  readonly as?: Identity;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or bytes are sent as they are, with the JSON media type unless `headers` name another. */
  readonly body?: unknown;
}

/** A response read whole; `body` is the parsed JSON, `undefined` when there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
  readonly body: any;
}

/** Asks a reference without a socket: `ask('POST', '', { body })`. The path follows the collection's; the writer asks unless another is named. */
export type Ask = (method: string, path?: string, question?: Question) => Promise<Answer>;

/** A way to ask this reference; it mints one token for each identity. */
export async function asker(reference: Reference): Promise<Ask> {
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
