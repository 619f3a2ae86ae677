import {
  type FeatureId,
  features,
  type Need,
  type RequirementId,
  requirements,
} from '../../../generated/requirements.js';
import type { WritableBody } from './bodies.js';
import type { Place } from './fixture-file.js';
import { applyEdit, type EditOperation } from './json-patch.js';

/** The operations that take a body. */
export type FixtureOperation = 'create' | 'update';

/** What every fixture says of itself; all of it is frozen. */
interface Fixture {
  /** One sentence that tells it from the others. */
  readonly says: string;
  readonly requirement: RequirementId;
  readonly operation: FixtureOperation;
  /** The media type to send instead of `application/json`. */
  readonly contentType?: string;
  /** The lawful statuses of the answer. */
  readonly status: readonly number[];
}

/** A body that keeps the contract. Bodies of updates are for an action that is still NotStarted. */
export interface ValidFixture extends Fixture {
  /** Unique; begins with the operation. */
  readonly name: string;
  readonly body: WritableBody;
  /** Features of a target that make the body unlawful for it: it is not to be sent there. */
  readonly unless: readonly FeatureId[];
}

/** What to send for an invalid fixture: a JSON value, or a text that is no JSON object. */
interface Edited {
  readonly body?: unknown;
  readonly raw?: string;
  readonly contentType?: string;
}

/** A request with exactly one defect, and the valid body that it was made from. */
export interface InvalidFixture extends Fixture, Edited {
  /** The name of the valid fixture. */
  readonly of: string;
  /** The valid twin: a target that refuses it too has not shown that it minds the defect. */
  readonly valid: WritableBody;
  /** The same defect in another valid body, such as `valid` with the target's own vendor and provider. */
  edited(valid: WritableBody): Edited;
}

/** An exchange of the documentation, as printed or with values for its placeholders. */
export interface DocumentedExchange {
  readonly name: string;
  readonly says: string;
  /** The key of the source and the place in it. */
  readonly source: string;
  readonly operation: FixtureOperation;
  /** Whether both bodies keep the contract; what is printed does not, for a placeholder is not a value. */
  readonly valid: boolean;
  /** What differs from the print, and why. */
  readonly changes: readonly string[];
  readonly request: { readonly method: 'POST' | 'PATCH'; readonly body: WritableBody };
  readonly response: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

/** What can be wrong with a request; a fixture has one of them. */
const defects = ['edit', 'raw', 'contentType'];
const featureIds = (Object.keys(features) as Need[]).filter(
  (need): need is FeatureId => features[need].kind === 'feature',
);

/** Reads a file of `fixtures/documented`. @throws Error at the first thing that is not as it should be. */
export function readExchange(at: Place): DocumentedExchange {
  at.only('$schema', 'name', 'says', 'source', 'operation', 'valid', 'changes', 'request', 'response');
  return {
    name: at.member('name').text(),
    says: at.member('says').text(),
    source: at.member('source').text(),
    operation: at.member('operation').oneOf('create', 'update'),
    valid: at.member('valid').value === true,
    changes: at
      .member('changes')
      .elements()
      .map((change) => change.text()),
    request: {
      method: at.member('request').member('method').oneOf('POST', 'PATCH'),
      body: at.member('request').member('body').object() as WritableBody,
    },
    response: {
      status: at.member('response').member('status').status(),
      body: at.member('response').member('body').object(),
    },
  };
}

function readCommon(at: Place): Fixture {
  return {
    says: at.member('says').text(),
    requirement: requirementAt(at.member('requirement')),
    operation: at.member('operation').oneOf('create', 'update'),
    ...(at.has('contentType') && { contentType: at.member('contentType').text() }),
    status: at
      .member('expect')
      .member('status')
      .elements()
      .map((status) => status.status()),
  };
}

/** Reads one element of a file of `fixtures/valid`. @throws Error at the first thing that is not as it should be. */
export function readValid(at: Place): ValidFixture {
  at.only('name', 'says', 'requirement', 'operation', 'body', 'contentType', 'unless', 'expect');
  const unless = at.has('unless') ? at.member('unless').elements() : [];
  return {
    name: at.member('name').text(),
    ...readCommon(at),
    body: at.member('body').object() as WritableBody,
    unless: unless.map((feature) => feature.oneOf(...featureIds)),
  };
}

/** Reads one element of a file of `fixtures/invalid`. @throws Error at the first thing that is not as it should be. */
export function readInvalid(at: Place, valids: readonly ValidFixture[]): InvalidFixture {
  at.only('says', 'requirement', 'operation', 'of', ...defects, 'expect');
  if (defects.filter((defect) => at.has(defect)).length !== 1) throw at.broken(`exactly one of ${defects.join(', ')}`);
  const common = readCommon(at);
  const of = at.member('of');
  const valid = valids.find(({ name, operation }) => name === of.value && operation === common.operation)?.body;
  if (valid === undefined) throw of.broken(`the name of a valid ${common.operation} fixture`);
  const { contentType } = common;
  const edit = at.has('edit') ? at.member('edit').elements().map(readOperation) : [];
  const raw = at.has('raw') ? at.member('raw').text() : undefined;
  const edited = (body: WritableBody): Edited =>
    raw === undefined ? { body: applyEdit(body, edit), contentType } : { raw, contentType };
  try {
    return { ...common, of: of.text(), valid, edited, ...edited(valid) };
  } catch (error) {
    throw at.member('edit').broken(`an edit of ${of.value}`, error instanceof Error ? error.message : String(error));
  }
}

function requirementAt(at: Place): RequirementId {
  const id = at.text() as RequirementId;
  if (Object.hasOwn(requirements, id)) return id;
  throw at.broken('the id of a requirement');
}

function readOperation(at: Place): EditOperation {
  const op = at.member('op').oneOf('add', 'replace', 'remove');
  const path = at.member('path').text();
  if (op === 'remove') return { op, path };
  if (!at.has('value')) throw at.member('value').broken('the value to set');
  return { op, path, value: at.member('value').value };
}
