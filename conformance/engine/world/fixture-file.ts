import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { packageRoot } from '../package-root.js';

/** A value in a fixture file together with where it stands, so that a broken file can be mended by who dropped it in. */
export class Place {
  constructor(
    readonly file: string,
    readonly pointer: string,
    readonly value: unknown,
  ) {}

  /** The member of this object; absent members have the value `undefined`. */
  member(name: string): Place {
    return new Place(this.file, `${this.pointer}/${name}`, this.object()[name]);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.object(), name);
  }

  object(): Record<string, unknown> {
    if (typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value))
      return this.value as Record<string, unknown>;
    throw this.broken('an object');
  }

  elements(): Place[] {
    if (!Array.isArray(this.value)) throw this.broken('an array');
    return this.value.map((element: unknown, index) => new Place(this.file, `${this.pointer}/${index}`, element));
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    throw this.broken('a string');
  }

  oneOf<T extends string>(...members: readonly T[]): T {
    const found = members.find((member) => member === this.value);
    if (found !== undefined) return found;
    throw this.broken(`one of ${members.join(', ')}`);
  }

  status(): number {
    if (Number.isInteger(this.value) && Number(this.value) >= 200 && Number(this.value) <= 599)
      return Number(this.value);
    throw this.broken('an HTTP status from 200 to 599');
  }

  /** Refuses members that no reader knows: a misspelt one would be passed over in silence. */
  only(...names: readonly string[]): void {
    const stranger = Object.keys(this.object()).find((name) => !names.includes(name));
    if (stranger !== undefined) throw this.broken(`no members but ${names.join(', ')}`, `the member ${stranger}`);
  }

  broken(expected: string, received = shown(this.value)): Error {
    const file = relative(packageRoot(), this.file);
    return new Error(
      `Failed to read the fixtures in ${file}: expected ${expected} at ${JSON.stringify(this.pointer)}, received ${received}. ` +
        'fixtures/README.md says what a fixture looks like.',
    );
  }
}

/** Reads a fixture file; everything in it is frozen, for all cases share it. */
export function readFixtureFile(file: string): Place {
  const text = readFileSync(file, 'utf8');
  try {
    return new Place(
      file,
      '',
      JSON.parse(text, (_, value: unknown) => Object.freeze(value)),
    );
  } catch (error) {
    throw new Place(file, '', undefined).broken('JSON', error instanceof Error ? error.message : String(error));
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
