import type { Rejection } from '../rejection.js';
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

/** The body of every error response: the Graph error envelope (ERROR-1 to ERROR-6), without internals of the server (ERROR-9). */
export function errorBody(rejection: Rejection, call: Call): unknown {
  const innerError = {
    date: new Date(call.now).toISOString(),
    'request-id': call.requestId,
    'client-request-id': call.clientRequestId ?? call.requestId,
  };
  return {
    error: {
      code: codes[rejection.status] ?? 'generalException',
      message: rejection.message,
      ...(rejection.details.length > 0 && { details: rejection.details }),
      innerError,
    },
  };
}
