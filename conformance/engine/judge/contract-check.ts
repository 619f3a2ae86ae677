import { type ValidationError, type Validator, validateSecurityAction } from '../../../generated/validators.js';
import type { Exchange } from '../evidence/exchange.js';
import { show } from '../evidence/preview.js';
import { judge } from './judge.js';

/** Expects a value to be as a schema of the contract has it; the finding names the first place at fault, what belongs there and what is there. */
export function expectValid(value: unknown, validate: Validator, at: string, exchange: Exchange): void {
  const valid = validate(value);
  const error = validate.errors?.find(({ keyword }) => !combining.has(keyword)) ?? validate.errors?.[0];
  judge(valid, () => ({
    message: `${at}${error?.instancePath ?? ''} is not as the contract has it`,
    expected: error ? wanted(error) : 'a valid value',
    received: show(
      error?.keyword === 'required'
        ? Object.keys(Object(valueAt(value, error.instancePath)))
        : valueAt(value, error?.instancePath ?? ''),
    ),
    at: `${at}${error?.instancePath ?? ''}`,
    exchange,
  }));
}

/** Expects a whole securityAction as the contract has it. */
export function expectSecurityAction(value: unknown, at: string, exchange: Exchange): void {
  expectValid(value, validateSecurityAction, at, exchange);
}

/** Keywords whose own error only says that one of several branches failed. */
const combining = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not']);

function wanted({ keyword, params, message }: ValidationError): string {
  if (keyword === 'enum') return `one of ${show(params.allowedValues)}`;
  if (keyword === 'required') return `the member ${String(params.missingProperty)}`;
  return (message ?? keyword).replace(/^must /, 'it must ');
}

/** The value at a JSON pointer (RFC 6901), `undefined` where there is none. */
function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((found, step) => (Object(found) as Record<string, unknown>)[step], value);
}
