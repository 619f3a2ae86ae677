import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Validator } from '../../../generated/validators.js';
import { errorText } from '../errors.js';
import { preview } from '../evidence/preview.js';
import { expectedBy, firstError, valueAt } from '../evidence/schema-error.js';
import { packageRoot } from '../package-root.js';

/** The parsed content of a fixture file. */
export interface FixtureFile {
  readonly path: string;
  readonly value: unknown;
}

/** Reads a fixture file. All values are frozen, because the cases share them. @throws Error when the file is not JSON. */
export function readFixtureFile(path: string): FixtureFile {
  const text = readFileSync(path, 'utf8');
  try {
    return { path, value: JSON.parse(text, (_, value: unknown) => Object.freeze(value)) };
  } catch (error) {
    throw fixtureError({ path, value: undefined }, '', 'JSON', errorText(error));
  }
}

/** The value of a file that is valid for its part of fixtures/schema.json. @throws Error that names the first place that is not. */
export function validated<T>(file: FixtureFile, validate: Validator): T {
  if (validate(file.value)) return file.value as T;
  const error = firstError(validate);
  const pointer = error?.instancePath ?? '';
  throw fixtureError(
    file,
    pointer,
    error ? expectedBy(error) : 'a valid file',
    preview(valueAt(file.value, pointer), 80),
  );
}

/** An error about one place in a fixture file. */
export function fixtureError({ path }: FixtureFile, pointer: string, expected: string, received: string): Error {
  return new Error(
    `Failed to read ${relative(packageRoot(), path)}: expected ${expected} at ${JSON.stringify(pointer)}, received ${received}. ` +
      'See fixtures/README.md for the form of a fixture.',
  );
}
