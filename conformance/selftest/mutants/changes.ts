import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { Target } from '../../engine/target.js';
import type { StoredAction } from '../../reference/action/action.js';
import type { Difference, MakesDifference } from '../server/difference.js';
import { operationOf } from '../server/operation.js';
import type { Json } from '../server/wire.js';

/** Members that replace those of the right action; nothing where the action is right. */
type Wrong = object | false | undefined;

type Transition = (from: OperationStatus, to: OperationStatus) => boolean;

/** Accepts these forbidden transitions. */
export function allowsTransition(which: Transition): Difference {
  return {
    behaviour: (right) => ({ transition: (from, to) => (which(from, to) ? 'move' : right.transition(from, to)) }),
  };
}

/** Rejects these allowed transitions. */
export function rejectsTransition(which: Transition): Difference {
  return {
    behaviour: (right) => ({ transition: (from, to) => (which(from, to) ? 'reject' : right.transition(from, to)) }),
  };
}

/** A PATCH whose result differs from the right one. */
export function patchMakes(wrong: (right: StoredAction, before: StoredAction, sent: Json) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      applyPatch: (before, patch, change) => {
        const after = right.applyPatch(before, patch, change);
        return differing(after, wrong(after, before, patch as Json));
      },
    }),
  };
}

/** A cancel whose result differs from the right one. */
export function cancelMakes(wrong: (right: StoredAction, before: StoredAction) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      cancel: (before, change) => {
        const after = right.cancel(before, change);
        return differing(after, wrong(after, before));
      },
    }),
  };
}

/** Every stored action differs from the right one. */
export function stores(wrong: (right: StoredAction) => Wrong): Difference {
  return {
    behaviour: (right) => ({
      save: (collection, action, by) => right.save(collection, differing(action, wrong(action)), by),
    }),
  };
}

/** A PATCH whose body is changed before it is validated. */
export function readsPatch(edit: (body: Json) => Json): Difference {
  return { behaviour: (right) => ({ validateUpdate: (body) => right.validateUpdate(edit(body)) }) };
}

/** A PATCH that decodes its body in another way. */
export function readsPatchBytes(text: (bytes: Uint8Array) => string): Difference {
  return {
    behaviour: (right) => ({
      readObject: (request, most, decide) => {
        if (!isPatch(request)) return right.readObject(request, most, decide);
        const parseObject: typeof decide.parseObject = (bytes) => decide.parseObject(Buffer.from(text(bytes)));
        return right.readObject(request, most, { ...decide, parseObject });
      },
    }),
  };
}

/** Carries out the request that `done` makes from a request before that one is rejected. `tokens` are those of the run. */
export function doneBeforeRejected(
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

/** The JSON object in the body of a request, or an empty object. The body of the request stays unread. */
export async function bodyOf(request: Request): Promise<Json> {
  try {
    const body: unknown = JSON.parse(await request.clone().text());
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** The same request with another JSON body. */
export function withBody(request: Request, body: Json): Request {
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Request(request.url, { method: request.method, headers, body: JSON.stringify(body) });
}

/** A get, by the same caller, of the action that a PATCH or a cancel is about. */
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

export function isFinished({ status }: StoredAction): boolean {
  return status === 'Completed' || status === 'Failed';
}

function differing(right: StoredAction, wrong: Wrong): StoredAction {
  return wrong ? ({ ...right, ...wrong } as StoredAction) : right;
}
