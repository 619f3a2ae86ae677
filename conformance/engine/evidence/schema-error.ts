import type { ValidationError, Validator } from '../../../generated/validators.js';
import { preview } from './preview.js';

/** Keywords whose own error says only that one of several branches failed. */
const combining = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not']);

/** The first error that names a place and a cause, after a validator returned false. */
export function firstError({ errors }: Validator): ValidationError | undefined {
  return errors?.find(({ keyword }) => !combining.has(keyword)) ?? errors?.[0];
}

/** What the failed keyword expects, as a noun phrase. */
export function expectedBy({ keyword, params, message = keyword }: ValidationError): string {
  if (keyword === 'enum') return `one of ${preview(params.allowedValues)}`;
  if (keyword === 'required') return `the member \`${String(params.missingProperty)}\``;
  if (keyword === 'additionalProperties') return `no member \`${String(params.additionalProperty)}\``;
  if (keyword === 'oneOf') return 'a value that matches exactly one alternative of the schema';
  if (keyword === 'type') return `a value of type ${[params.type].flat().join(' or ')}`;
  return `a valid value, which ${message}`;
}

/** The value at a JSON pointer (RFC 6901); `undefined` when there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((found, step) => (Object(found) as Record<string, unknown>)[step], value);
}
