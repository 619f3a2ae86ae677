import type { Call } from './call.js';
import type { ServerReply } from './reply.js';

/** The headers of a response: those of the reply and those that every response has (HTTP-1 to HTTP-4). */
export function responseHeaders(call: Call, reply: ServerReply): Record<string, string> {
  return {
    'request-id': call.requestId,
    ...(call.clientRequestId !== undefined && { 'client-request-id': call.clientRequestId }),
    Date: new Date(call.now).toUTCString(),
    'OData-Version': '4.0',
    ...(reply.body !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...reply.headers,
  };
}
