import type { ReceivedResponse } from './exchange.js';
import { parsedJson } from './parsed-json.js';
import { truncate } from './preview.js';
import { member } from './reply.js';

/** What a response itself says about a rejection: its error message or the beginning of its body, and its challenge; empty if nothing. */
export function ownWords({ body, headers }: Pick<ReceivedResponse, 'body' | 'headers'>): string {
  const message = member(member(parsedJson(body), 'error'), 'message');
  const shown = typeof message === 'string' && message !== '' ? message : body.replace(/\s+/g, ' ').trim();
  const challenge = headers.get('www-authenticate');
  return [
    ...(shown === '' ? [] : [JSON.stringify(truncate(shown, 200))]),
    ...(challenge === null ? [] : [`WWW-Authenticate: ${truncate(challenge, 200)}`]),
  ].join(', ');
}
