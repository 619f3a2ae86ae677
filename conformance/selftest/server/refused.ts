import { randomUUID } from 'node:crypto';

/** Answers a request with a lawful refusal as the reference would write it, for a server that answers without it. */
export function refused(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): (request: Request) => Response {
  return (request) => {
    const id = randomUUID();
    const sent = request.headers.get('client-request-id');
    const date = new Date();
    const innerError = { date: date.toISOString(), 'request-id': id, 'client-request-id': sent ?? id };
    const error = { code: 'refused', message: 'The service does not do this.', innerError };
    return new Response(JSON.stringify({ error }), {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'odata-version': '4.0',
        'request-id': id,
        ...(sent !== null && { 'client-request-id': sent }),
        date: date.toUTCString(),
        ...headers,
      },
    });
  };
}
