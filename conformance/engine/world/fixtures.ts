import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequirementId } from '../../../generated/requirements.js';
import { packageRoot } from '../package-root.js';
import type { WritableBody } from './bodies.js';
import { readFixtureFile } from './fixture-file.js';
import {
  type DocumentedExchange,
  type FixtureOperation,
  type InvalidFixture,
  readExchange,
  readInvalid,
  readValid,
  type ValidFixture,
} from './fixture-reader.js';

export type { DocumentedExchange, FixtureOperation, InvalidFixture, ValidFixture } from './fixture-reader.js';

/** Documented bodies that every conforming target accepts any number of times: without `clientContext`, annotations and status. */
export const documented = {
  /** The published create example, with a reserved address. */
  get create(): WritableBody {
    return documentedExchange('create.published').request.body;
  },
  /** The generated update example, reduced to name, reason, parameters and vendor. */
  get update(): WritableBody {
    return documentedExchange('update.plain').request.body;
  },
};

/** The exchanges in `fixtures/documented`. */
export const documentedExchanges = once(() => filesIn('documented').map((file) => readExchange(readFixtureFile(file))));

/** The exchange with the given name. @throws Error that lists the existing names when there is none. */
export function documentedExchange(name: string): DocumentedExchange {
  return named(documentedExchanges(), name);
}

const allValid = once(() => filesIn('valid').flatMap((file) => readValid(readFixtureFile(file))));

const allInvalid = once(() => filesIn('invalid').flatMap((file) => readInvalid(readFixtureFile(file), allValid())));

/** The fixtures in `fixtures/valid`, of one operation or all. A target may reject some of them: `status` lists what is allowed. */
export function validFixtures(operation?: FixtureOperation): readonly ValidFixture[] {
  return allValid().filter((fixture) => operation === undefined || fixture.operation === operation);
}

/** The valid fixture with the given name. @throws Error that lists the existing names when there is none. */
export function validFixture(name: string): ValidFixture {
  return named(allValid(), name);
}

/** The fixtures in `fixtures/invalid`, of one requirement or all, ordered by file and position. */
export function invalidFixtures(requirement?: RequirementId): readonly InvalidFixture[] {
  return allInvalid().filter((fixture) => requirement === undefined || fixture.requirement === requirement);
}

function filesIn(folder: string): string[] {
  const path = join(packageRoot(), 'fixtures', folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => join(path, file));
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `Failed to find a fixture: expected one of ${all.map((each) => each.name).join(', ')}, received ${name}`,
  );
}
