import { tlsRemedy } from './tls-remedy.js';

/** What an error of Node.js says about a connection, and what to do about it where that is known. */
export function failureReason(error: unknown): string {
  // A connection tried on several addresses fails with an AggregateError whose own message is empty.
  if (error instanceof AggregateError) return [...new Set(error.errors.map(failureReason))].join('; ');
  const text = error instanceof Error ? error.message || error.name : String(error);
  return `${text}${tlsRemedy((error as { readonly code?: unknown } | undefined)?.code)}`;
}
