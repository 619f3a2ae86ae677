import { type ValidationError, type Validator, validateSecurityAction } from '../../../generated/validators.js';
import type { Exchange } from '../evidence/exchange.js';
import { preview } from '../evidence/preview.js';
import { judge } from './judge.js';
import { locationName, type Pointer } from './location.js';

/** Expects a value that is valid for a schema of the contract; the finding names the first place that is not. */
export function expectValid(value: unknown, validate: Validator, at: Pointer, exchange: Exchange): void {
  const valid = validate(value);
  const error = validate.errors?.find(({ keyword }) => !combining.has(keyword)) ?? validate.errors?.[0];
  judge(valid, () => {
    const place: Pointer = `${at}${error?.instancePath ?? ''}`;
    const found = valueAt(value, error?.instancePath ?? '');
    const expected = error ? expectedBy(error) : 'a valid value';
    return {
      message:
        error?.keyword === 'required'
          ? `${locationName(place)} does not have ${expected}`
          : `${locationName(place)} is ${preview(found, 120)}, expected ${expected}`,
      expected,
      received: preview(error?.keyword === 'required' ? Object.keys(Object(found)) : found),
      at: place,
      exchange,
    };
  });
}

/** Expects a whole securityAction that is valid for the contract. */
export function expectSecurityAction(value: unknown, at: Pointer, exchange: Exchange): void {
  expectValid(value, validateSecurityAction, at, exchange);
}

/** Keywords whose own error says only that one of several branches failed. */
const combining = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not']);

/** What the failed keyword expects, as a noun phrase. */
function expectedBy({ keyword, params, message = keyword }: ValidationError): string {
  if (keyword === 'enum') return `one of ${preview(params.allowedValues)}`;
  if (keyword === 'required') return `the member \`${String(params.missingProperty)}\``;
  if (keyword === 'type') return `a value of type ${[params.type].flat().join(' or ')}`;
  return `a valid value, which ${message}`;
}

/** The value at a JSON pointer (RFC 6901); `undefined` when there is none. */
function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((found, step) => (Object(found) as Record<string, unknown>)[step], value);
}
