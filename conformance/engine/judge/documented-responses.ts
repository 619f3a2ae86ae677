import type { Operation } from '../../../generated/requirements.js';
import { isObject, member } from '../evidence/reply.js';
import { contractDocument } from './contract-document.js';

/** What the contract says about one answer of an operation. */
export interface DocumentedResponse {
  /** Media types of the body; empty when it has none. */
  readonly mediaTypes: readonly string[];
}

let responses: ReadonlyMap<Operation, ReadonlyMap<number, DocumentedResponse>> | undefined;

/** The answers that the contract documents for an operation, by status; read once from the bundled OpenAPI document. */
export function documentedResponses(operation: Operation): ReadonlyMap<number, DocumentedResponse> {
  responses ??= readResponses();
  return responses.get(operation) ?? new Map();
}

function readResponses(): ReadonlyMap<Operation, ReadonlyMap<number, DocumentedResponse>> {
  const document = contractDocument();
  const operations = members(member(document, 'paths')).flatMap(([, path]) =>
    members(path).map(([, operation]) => operation),
  );
  return new Map(
    operations.flatMap((operation) => {
      const name = member(operation, 'x-operation') as Operation | undefined;
      return name === undefined ? [] : [[name, responsesOf(document, operation)] as const];
    }),
  );
}

function responsesOf(document: unknown, operation: unknown): ReadonlyMap<number, DocumentedResponse> {
  return new Map(
    members(member(operation, 'responses')).map(([status, response]) => {
      const content = member(resolved(document, response), 'content');
      return [Number(status), { mediaTypes: members(content).map(([mediaType]) => mediaType) }];
    }),
  );
}

/** What a local reference points to; anything else as it is. */
function resolved(document: unknown, value: unknown): unknown {
  const reference = member(value, '$ref');
  return typeof reference === 'string' ? reference.split('/').slice(1).reduce(member, document) : value;
}

function members(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
