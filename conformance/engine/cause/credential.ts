import type { Exchange } from '../evidence/exchange.js';

/** With what a request was sent: the token of an identity as it was given, an altered one, another scheme, or none. */
export type Credential = Exchange['caller'] | 'altered' | 'unusual';

/** The credential of a request, as its recorded header field shows it. */
export function credentialOf({ caller, request }: Exchange): Credential {
  if (caller === 'anonymous') return caller;
  const field = request.headers.authorization;
  if (field === undefined || !/^Bearer \$[A-Z_]+$/i.test(field)) return 'unusual';
  return field.endsWith('_ALTERED') ? 'altered' : caller;
}
