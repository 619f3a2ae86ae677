import type { Wrap } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { editHeaders, type When } from '../../server/wire.js';

export const set = (when: When, name: string, value: string): Wrap =>
  editHeaders(when, (headers) => headers.set(name, value));

export const remove = (when: When, name: string): Wrap => editHeaders(when, (headers) => headers.delete(name));

/** Responds in this way to a create with a body of more than 1,000,000 characters. */
export function tooLong(respond: (request: Request) => Response): Wrap {
  return (inner) => async (request) =>
    operationOf(request) === 'create' && (await request.clone().text()).length > 1_000_000
      ? respond(request)
      : inner(request);
}
