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

/** The documented bodies that every lawful target accepts, any number of times: no `clientContext`, no annotation, no status. */
export const documented = {
  /** The published create example, with a reserved address. */
  get create(): WritableBody {
    return documentedExchange('create.published').request.body;
  },
  /** The generated update example cut down to name, reason, parameters and vendor. */
  get update(): WritableBody {
    return documentedExchange('update.plain').request.body;
  },
};

/** The exchanges in `fixtures/documented`. */
export const documentedExchanges = once(() => filesIn('documented').map((file) => readExchange(readFixtureFile(file))));

/** The exchange of that name. @throws Error when there is none, naming those that exist. */
export function documentedExchange(name: string): DocumentedExchange {
  return named(documentedExchanges(), name);
}

const allValid = once(() => filesIn('valid').flatMap((file) => readFixtureFile(file).elements().map(readValid)));

const allInvalid = once(() =>
  filesIn('invalid').flatMap((file) =>
    readFixtureFile(file)
      .elements()
      .map((at) => readInvalid(at, allValid())),
  ),
);

/** The fixtures in `fixtures/valid`, of one operation or all. Some may be refused lawfully: `status` says so. */
export function validFixtures(operation?: FixtureOperation): readonly ValidFixture[] {
  return allValid().filter((fixture) => operation === undefined || fixture.operation === operation);
}

/** The valid fixture of that name. @throws Error when there is none, naming those that exist. */
export function validFixture(name: string): ValidFixture {
  return named(allValid(), name);
}

/** The fixtures in `fixtures/invalid`, of one requirement or all, in the order of file and place. */
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
