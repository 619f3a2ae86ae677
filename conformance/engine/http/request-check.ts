import type { Operation } from '../../../generated/requirements.js';
import {
  type ValidationError,
  validateSecurityActionCreate,
  validateSecurityActionUpdate,
} from '../../../generated/validators.js';

const bodies: Partial<Record<Operation, { (body: unknown): boolean; errors?: readonly ValidationError[] | null }>> = {
  create: validateSecurityActionCreate,
  update: validateSecurityActionUpdate,
};

/** How a body that the kit is about to send breaks the contract; `undefined` when it does not. */
export function requestDefect(operation: Operation | undefined, body: unknown): string | undefined {
  const validate = operation && bodies[operation];
  if (!validate || validate(body)) return undefined;
  return (validate.errors ?? [])
    .map(({ instancePath, message }) => `${instancePath || 'the body'} ${message}`)
    .join('; ');
}
