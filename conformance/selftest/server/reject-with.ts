import { randomUUID } from 'node:crypto';

/** Makes a handler that rejects every request with this status and a response as the reference would send it. */
export function rejectWith(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): (request: Request) => Response {
  return (request) => {
    const id = randomUUID();
    const sent = request.headers.get('client-request-id');
    const date = new Date();
    const innerError = { date: date.toISOString(), 'request-id': id, 'client-request-id': sent ?? id };
    const error = { code: 'rejected', message: 'The request is not supported.', innerError };
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
