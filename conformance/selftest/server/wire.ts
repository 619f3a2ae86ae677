import type { Operation } from '../../../generated/requirements.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { Wrap } from './difference.js';
import { operationOf } from './operation.js';

/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** A request and, where the server has already answered it, the status of the answer. */
export interface Asked {
  readonly operation: Operation | undefined;
  readonly request: Request;
  readonly status?: number;
}

/** Which exchanges a change is about. */
export type When = (asked: Asked) => boolean;

/** Exchanges of these operations with this answer: a status, `success` (2xx) or `refusal` (4xx and 5xx). */
export function on(
  operations: Operation | readonly Operation[] | 'any',
  answer?: number | 'success' | 'refusal',
): When {
  return ({ operation, status = 0 }) => {
    if (operations !== 'any' && !(operation && [operations].flat().includes(operation))) return false;
    if (answer === undefined || answer === status) return true;
    return answer === 'success' ? status >= 200 && status < 300 : answer === 'refusal' && status >= 400;
  };
}

/** Changes the text of these answers. */
export function editText(when: When, edit: (text: string, asked: Asked) => string): Wrap {
  return onAnswers(when, async (response, asked) => rebuilt(response, { text: edit(await response.text(), asked) }));
}

/** Changes the body of these answers; one without a JSON object as its body passes through. */
export function editJson(when: When, edit: (body: Json, asked: Asked) => unknown): Wrap {
  return editText(when, (text, asked) => {
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
    return isObject(body) ? JSON.stringify(edit(body, asked)) : text;
  });
}

/** Changes every securityAction that these answers show: the entity of a create, get or update, the elements of a list. */
export function editActions(when: When, edit: (action: Json, asked: Asked) => unknown): Wrap {
  return editJson(
    (asked) => when(asked) && (asked.status ?? 0) < 300,
    (body, asked) =>
      Array.isArray(body.value)
        ? { ...body, value: body.value.map((one) => (isObject(one) ? edit(one, asked) : one)) }
        : edit(body, asked),
  );
}

/** Changes the envelope's `error` of these answers. */
export function editError(when: When, edit: (error: Json) => unknown): Wrap {
  return editJson(when, (body) => (isObject(body.error) ? { ...body, error: edit(body.error) } : body));
}

/** Changes the header fields of these answers, in place. */
export function editHeaders(when: When, edit: (headers: Headers, asked: Asked) => void): Wrap {
  return onAnswers(when, (response, asked) => {
    const headers = new Headers(response.headers);
    edit(headers, asked);
    return rebuilt(response, { headers });
  });
}

/** Gives these answers another status. */
export function editStatus(when: When, status: number): Wrap {
  return onAnswers(when, (response) => rebuilt(response, { status }));
}

/** Changes these requests before the server sees them. */
export function editRequest(when: When, edit: (request: Request) => Request | Promise<Request>): Wrap {
  return (inner) => async (request) =>
    inner(when({ operation: operationOf(request), request }) ? await edit(request) : request);
}

/** Answers these requests without the server. */
export function instead(when: When, answer: (request: Request) => Response | Promise<Response>): Wrap {
  return (inner) => (request) =>
    when({ operation: operationOf(request), request }) ? answer(request) : inner(request);
}

/** One wrap of several; the first is the innermost. */
export function wraps(...all: readonly Wrap[]): Wrap {
  return (inner) => all.reduce((handler, wrap) => wrap(handler), inner);
}

function onAnswers(when: When, change: (response: Response, asked: Asked) => Response | Promise<Response>): Wrap {
  return (inner) => async (request) => {
    const operation = operationOf(request);
    const response = await inner(request);
    const asked = { operation, request, status: response.status };
    return when(asked) ? change(response, asked) : response;
  };
}

/** The response with some parts replaced. A status that forbids a body loses it. */
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
