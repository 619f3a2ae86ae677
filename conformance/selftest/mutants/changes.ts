import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { Target } from '../../engine/target.js';
import type { Action } from '../../reference/action/action.js';
import type { Difference, MakesDifference } from '../server/difference.js';
import { operationOf } from '../server/operation.js';
import type { Json } from '../server/wire.js';

/** The members in which an action differs from the right one, if it does. */
type Wrong = object | false | undefined;

type Step = (from: OperationStatus, to: OperationStatus) => boolean;

/** Takes steps that the lifecycle forbids. */
export function lets(step: Step): Difference {
  return {
    behaviour: (right) => ({ transition: (from, to) => (step(from, to) ? 'move' : right.transition(from, to)) }),
  };
}

/** Refuses steps that the lifecycle allows. */
export function refuses(step: Step): Difference {
  return {
    behaviour: (right) => ({ transition: (from, to) => (step(from, to) ? 'refuse' : right.transition(from, to)) }),
  };
}

/** A PATCH that makes another action of `before` than the right one. */
export function patched(wrong: (right: Action, before: Action, sent: Json) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      applyPatch: (before, patch, change) => {
        const after = right.applyPatch(before, patch, change);
        return differing(after, wrong(after, before, patch as Json));
      },
    }),
  };
}

/** A cancel that makes another action of `before` than the right one. */
export function cancelled(wrong: (right: Action, before: Action) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      cancel: (before, change) => {
        const after = right.cancel(before, change);
        return differing(after, wrong(after, before));
      },
    }),
  };
}

/** Whatever changes an action, another one is stored than the right one. */
export function stored(wrong: (right: Action) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      save: (collection, action, by) => right.save(collection, differing(action, wrong(action)), by),
    }),
  };
}

/** A PATCH of which the body is read otherwise. */
export function readsPatch(edit: (body: Json) => Json): Difference {
  return { behaviour: (right) => ({ validateUpdate: (body) => right.validateUpdate(edit(body)) }) };
}

/** A request that is refused, as it has to be, after `done` was carried out for it all the same. `tokens` are those handed out. */
export function doneBeforeRefused(
  done: (request: Request, tokens: Target['tokens']) => Promise<Request | undefined>,
): MakesDifference {
  return () => {
    let tokens: Target['tokens'] = {};
    return {
      tokens: (minted) => {
        tokens = minted;
        return minted;
      },
      fetch: (inner) => async (request) => {
        const first = await done(request, tokens);
        if (first) await inner(first);
        return inner(request);
      },
    };
  };
}

/** The object in a request's body; an empty one for anything else. The request can still be read. */
export async function bodyOf(request: Request): Promise<Json> {
  try {
    const body: unknown = JSON.parse(await request.clone().text());
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** The same request with another body, as JSON. */
export function withBody(request: Request, body: Json): Request {
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Request(request.url, { method: request.method, headers, body: JSON.stringify(body) });
}

/** A read of the action that a PATCH or a cancel is about, by the same caller. */
export function readBeside(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ['content-type', 'content-length', 'prefer', 'if-match']) headers.delete(name);
  return new Request(request.url.replace(/\/[^/]*cancelSecurityAction$/, ''), { headers });
}

export function isPatch(request: Request): boolean {
  return operationOf(request) === 'update';
}

export function isCancel(request: Request): boolean {
  return operationOf(request) === 'cancel';
}

export function isFinal({ status }: Action): boolean {
  return status === 'Completed' || status === 'Failed';
}

function differing(right: Action, wrong: Wrong): Action {
  return wrong ? ({ ...right, ...wrong } as Action) : right;
}
