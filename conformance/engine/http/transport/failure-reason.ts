import { maxHeaderSize } from 'node:http';
import { tlsRemedy } from './tls-remedy.js';

/** What Node.js 24 adds about a certificate that it does not trust; an option of Node.js is none of the command line. */
const adviceOfNode = /; if the root CA is installed locally, .*$/s;

/** What an error of Node.js says about a connection, and what to do about it where that is known. */
export function failureReason(error: unknown): string {
  // A connection tried on several addresses fails with an AggregateError whose own message is empty.
  if (error instanceof AggregateError) return [...new Set(error.errors.map(failureReason))].join('; ');
  const text = error instanceof Error ? error.message || error.name : String(error);
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (code === 'HPE_HEADER_OVERFLOW')
    return `the header section or the trailer section has more than ${maxHeaderSize} bytes, the most that the kit reads`;
  if (code === 'ECONNRESET' && text === 'aborted') return 'the connection ended before the body was complete';
  return `${tlsReason(error) ?? text.replace(adviceOfNode, '')}${tlsRemedy(code)}`;
}

/** The reason inside a message of OpenSSL, which has the place in its source and a line break around it. */
function tlsReason(error: unknown): string | undefined {
  const { library, reason } = (error ?? {}) as { readonly library?: unknown; readonly reason?: unknown };
  return typeof library === 'string' && typeof reason === 'string' ? `TLS: ${reason}` : undefined;
}

/** Why there is no response after the time limit, in milliseconds, and what of it did not end where some of it arrived. */
export function timeoutReason(timeoutMs: number, unended?: string): string {
  return `no complete response within ${timeoutMs} ms${unended === undefined ? '' : `: ${unended}`}`;
}
