import type { Refusal } from '../refusal.js';
import type { Call } from './call.js';

const codes: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  405: 'methodNotAllowed',
  406: 'notAcceptable',
  409: 'conflict',
  412: 'preconditionFailed',
  413: 'requestTooLarge',
  415: 'unsupportedMediaType',
  429: 'TooManyRequests',
};

/** The body of every refusal: Graph's error envelope (ERROR-1 to ERROR-6), with nothing of the server's inside in it (ERROR-9). */
export function errorBody(refusal: Refusal, call: Call): unknown {
  const innerError = {
    date: new Date(call.now).toISOString(),
    'request-id': call.requestId,
    'client-request-id': call.clientRequestId ?? call.requestId,
  };
  return {
    error: {
      code: codes[refusal.status] ?? 'generalException',
      message: refusal.message,
      ...(refusal.details.length > 0 && { details: refusal.details }),
      innerError,
    },
  };
}
