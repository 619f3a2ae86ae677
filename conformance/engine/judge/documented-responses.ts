import { type DocumentedResponse, operationResponses } from '../../../generated/contract-tables.js';
import type { Operation } from '../../../generated/requirements.js';

/** The responses that the contract documents for an operation, by status code. */
export function documentedResponses(operation: Operation): ReadonlyMap<number, DocumentedResponse> {
  return operationResponses[operation];
}
