import {
  validateDocumentedFixture,
  validateInvalidFixtures,
  validateValidFixtures,
} from '../../../generated/fixture-validators.js';
import { type FeatureId, type RequirementId, requirements } from '../../../generated/requirements.js';
import { errorText } from '../errors.js';
import { preview } from '../evidence/preview.js';
import type { WritableBody } from './bodies.js';
import { type FixtureFile, fixtureError, validated } from './fixture-file.js';
import { applyEdit, type EditOperation } from './json-patch.js';
import { featureIds } from './profile.js';

/** The operations that take a body. */
export type FixtureOperation = 'create' | 'update';

/** What valid and invalid fixtures have in common; all values are frozen. */
interface Fixture {
  /** A noun phrase or clause that distinguishes the fixture from the others of its requirement. */
  readonly says: string;
  readonly requirement: RequirementId;
  readonly operation: FixtureOperation;
  /** The media type to send instead of `application/json`. */
  readonly contentType?: string;
  /** The allowed statuses of the response. */
  readonly status: readonly number[];
}

/** A body that keeps the contract. Bodies of updates are for an action that is still NotStarted. */
export interface ValidFixture extends Fixture {
  /** Unique; begins with the operation. */
  readonly name: string;
  readonly body: WritableBody;
  /** Features of a target that may reject the body: it is not sent there. */
  readonly unless: readonly FeatureId[];
}

/** What to send for an invalid fixture: a JSON value, or a text that is not a JSON object. */
interface Edited {
  readonly body?: unknown;
  readonly raw?: string;
  readonly contentType?: string;
}

/** A request with exactly one defect, and the valid body that it is made from. */
export interface InvalidFixture extends Fixture, Edited {
  /** The name of the valid fixture. */
  readonly of: string;
  /** The control: a target that rejects it too may have rejected the invalid body for another reason. */
  readonly valid: WritableBody;
  /** The same defect in another valid body, such as `valid` with the target's own vendor and provider. */
  edited(valid: WritableBody): Edited;
}

/** An exchange of the documentation, as printed or with values in place of its placeholders. */
export interface DocumentedExchange {
  readonly name: string;
  readonly says: string;
  /** The key of the source and the place in it. */
  readonly source: string;
  readonly operation: FixtureOperation;
  /** Whether both bodies are valid; what is printed is not, because a placeholder is not a value. */
  readonly valid: boolean;
  /** What differs from the printed page, and why. */
  readonly changes: readonly string[];
  readonly request: { readonly method: 'POST' | 'PATCH'; readonly body: WritableBody };
  readonly response: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

/** An element of a file of `fixtures/valid` or `fixtures/invalid`, as the file has it. */
interface Written extends Omit<Fixture, 'status'> {
  readonly expect: { readonly status: readonly number[] };
}
type WrittenValid = Written & Pick<ValidFixture, 'name' | 'body'> & { readonly unless?: readonly FeatureId[] };
type WrittenInvalid = Written & Pick<InvalidFixture, 'of' | 'raw'> & { readonly edit?: readonly EditOperation[] };

/** Reads a file of `fixtures/documented`. @throws Error for the first mistake. */
export function readExchange(file: FixtureFile): DocumentedExchange {
  return validated<DocumentedExchange>(file, validateDocumentedFixture);
}

/** Reads a file of `fixtures/valid`. @throws Error for the first mistake. */
export function readValid(file: FixtureFile): ValidFixture[] {
  return validated<WrittenValid[]>(file, validateValidFixtures).map(({ expect, unless = [], ...fixture }, index) => {
    requireRequirement(file, index, fixture.requirement);
    for (const [place, feature] of unless.entries()) {
      if (!featureIds.includes(feature))
        throw fixtureError(file, `/${index}/unless/${place}`, `one of ${featureIds.join(', ')}`, preview(feature));
    }
    return { ...fixture, status: expect.status, unless };
  });
}

/** Reads a file of `fixtures/invalid`; `valids` are the fixtures that `of` may name. @throws Error for the first mistake. */
export function readInvalid(file: FixtureFile, valids: readonly ValidFixture[]): InvalidFixture[] {
  return validated<WrittenInvalid[]>(file, validateInvalidFixtures).map((written, index) => {
    const { expect, edit = [], raw, ...fixture } = written;
    const { operation, of, contentType } = fixture;
    requireRequirement(file, index, fixture.requirement);
    const valid = valids.find((one) => one.name === of && one.operation === operation)?.body;
    if (valid === undefined)
      throw fixtureError(file, `/${index}/of`, `the name of a valid ${operation} fixture`, preview(of));
    const edited = (body: WritableBody): Edited => ({
      ...(raw === undefined ? { body: applyEdit(body, edit) } : { raw }),
      ...(contentType !== undefined && { contentType }),
    });
    try {
      return { ...fixture, status: expect.status, valid, edited, ...edited(valid) };
    } catch (error) {
      throw fixtureError(file, `/${index}/edit`, `an edit of ${of}`, errorText(error));
    }
  });
}

function requireRequirement(file: FixtureFile, index: number, id: string): void {
  if (Object.hasOwn(requirements, id)) return;
  throw fixtureError(file, `/${index}/requirement`, 'the id of a requirement', preview(id));
}
