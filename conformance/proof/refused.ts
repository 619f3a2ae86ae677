import { randomUUID } from 'node:crypto';

/** A lawful refusal as the reference would write it, for a server that answers without it. */
export function refused(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  const id = randomUUID();
  const error = { code: 'refused', message: 'The service does not do this.', innerError: { 'request-id': id } };
  return new Response(JSON.stringify({ error }), {
    status,
    headers: { 'content-type': 'application/json', 'request-id': id, date: new Date().toUTCString(), ...headers },
  });
}
