import type { Operation } from '../../../generated/requirements.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { Wrap } from './difference.js';
import { operationOf } from './operation.js';

/** A JSON object with any members. */
export type Json = Readonly<Record<string, unknown>>;

/** A request and, once there is a response, its status. */
export interface WireExchange {
  readonly operation: Operation | undefined;
  readonly request: Request;
  readonly status?: number;
}

/** Selects the exchanges to change. */
export type When = (seen: WireExchange) => boolean;

/** Selects the exchanges of these operations, with this response: a status, `success` (2xx) or `rejection` (4xx and 5xx). */
export function on(
  operations: Operation | readonly Operation[] | 'any',
  response?: number | 'success' | 'rejection',
): When {
  return ({ operation, status = 0 }) => {
    if (operations !== 'any' && !(operation && [operations].flat().includes(operation))) return false;
    if (response === undefined || response === status) return true;
    return response === 'success' ? status >= 200 && status < 300 : response === 'rejection' && status >= 400;
  };
}

/** Changes the text of these responses. */
export function editText(when: When, edit: (text: string, seen: WireExchange) => string): Wrap {
  return onResponses(when, async (response, seen) => rebuilt(response, { text: edit(await response.text(), seen) }));
}

/** Changes the JSON object in the body of these responses. Other bodies stay as they are. */
export function editJson(when: When, edit: (body: Json, seen: WireExchange) => unknown): Wrap {
  return editText(when, (text, seen) => {
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
    return isObject(body) ? JSON.stringify(edit(body, seen)) : text;
  });
}

/** Changes every action in these responses: the entity of a create, get or update, and the elements of a list. */
export function editActions(when: When, edit: (action: Json, seen: WireExchange) => unknown): Wrap {
  return editJson(
    (seen) => when(seen) && (seen.status ?? 0) < 300,
    (body, seen) =>
      Array.isArray(body.value)
        ? { ...body, value: body.value.map((one) => (isObject(one) ? edit(one, seen) : one)) }
        : edit(body, seen),
  );
}

/** Changes the `error` in the envelope of these responses. */
export function editError(when: When, edit: (error: Json) => unknown): Wrap {
  return editJson(when, (body) => (isObject(body.error) ? { ...body, error: edit(body.error) } : body));
}

/** Changes the header fields of these responses, in place. */
export function editHeaders(when: When, edit: (headers: Headers, seen: WireExchange) => void): Wrap {
  return onResponses(when, (response, seen) => {
    const headers = new Headers(response.headers);
    edit(headers, seen);
    return rebuilt(response, { headers });
  });
}

/** Gives these responses another status. */
export function editStatus(when: When, status: number): Wrap {
  return onResponses(when, (response) => rebuilt(response, { status }));
}

/** Changes these requests before they reach the server. */
export function editRequest(when: When, edit: (request: Request) => Request | Promise<Request>): Wrap {
  return (inner) => async (request) =>
    inner(when({ operation: operationOf(request), request }) ? await edit(request) : request);
}

/** Responds to these requests without the server. */
export function respondInstead(when: When, respond: (request: Request) => Response | Promise<Response>): Wrap {
  return (inner) => (request) =>
    when({ operation: operationOf(request), request }) ? respond(request) : inner(request);
}

/** Combines wraps; the first is the innermost. */
export function wraps(...all: readonly Wrap[]): Wrap {
  return (inner) => all.reduce((handler, wrap) => wrap(handler), inner);
}

function onResponses(
  when: When,
  change: (response: Response, seen: WireExchange) => Response | Promise<Response>,
): Wrap {
  return (inner) => async (request) => {
    const operation = operationOf(request);
    const response = await inner(request);
    const seen = { operation, request, status: response.status };
    return when(seen) ? change(response, seen) : response;
  };
}

/** A copy of the response with some parts replaced. It has no body where its status forbids one. */
export async function rebuilt(
  response: Response,
  { status = response.status, headers = response.headers, text }: { status?: number; headers?: Headers; text?: string },
): Promise<Response> {
  const body = text ?? (await response.text());
  return new Response(status === 204 || status === 205 || status === 304 || body === '' ? null : body, {
    status,
    headers,
  });
}
