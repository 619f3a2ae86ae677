import type { Operation } from '../../../../generated/requirements.js';
import type { Action } from '../../../reference/action/action.js';
import { Refusal } from '../../../reference/refusal.js';
import type { Difference } from '../../server/difference.js';
import { asTheWriter } from '../auth/as-writer.js';
import { bodyOf, isPatch, withBody } from '../changes.js';
import { hasTexts, textsOf } from './earlier.js';

/** The id of the action that a request is about. */
export function idIn({ url }: Request): string {
  return /securityActions\/([^/]+)/.exec(new URL(url).pathname)?.[1] ?? '';
}

/** A PATCH that is refused with this status takes back the texts of the one before. */
export function takesBack(status: number): () => Difference {
  return () => {
    const before = new Map<string, Action>();
    return {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          if (after !== action) before.set(action.id, action);
          return after;
        },
      }),
      fetch: (inner) => async (request) => {
        const copy = request.clone();
        const response = await inner(request);
        const earlier = isPatch(copy) && response.status === status ? before.get(idIn(copy)) : undefined;
        if (earlier) await inner(withBody(copy, textsOf(earlier)));
        return response;
      },
    };
  };
}

/** An operation is refused on actions of which a PATCH was refused as invalid: nobody has given back the lock. */
export function locked(operation: Operation): () => Difference {
  return () => {
    const held = new Set<string>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, asked) => {
          if (asked === operation && held.has(id)) throw new Refusal(409, 'The action is being changed.');
          return right.lookUp(collection, id, asked);
        },
      }),
      fetch: (inner) => async (request) => {
        const [patches, id] = [isPatch(request), idIn(request)];
        const response = await inner(request);
        if (patches && response.status === 400) held.add(id);
        return response;
      },
    };
  };
}

/** Requests that are refused for who sends them, by what the writer did to the action before. */
export function forgives(
  done: (request: Request) => boolean | Promise<boolean>,
  wanted: (request: Request) => boolean,
  tells: 'the truth' | 'a refusal',
): () => Difference {
  return asTheWriter((asWriter) => {
    const prepared = new Set<string>();
    return (inner) => async (request) => {
      const copy = request.clone();
      const response = await inner(request);
      if (response.ok && (await done(copy))) prepared.add(idIn(copy));
      if (!wanted(copy) || ![401, 403].includes(response.status) || !prepared.has(idIn(copy))) return response;
      const forgiven = await inner(asWriter(copy));
      return tells === 'the truth' ? forgiven : response;
    };
  });
}

export async function writesTexts(request: Request): Promise<boolean> {
  return isPatch(request) && hasTexts(await bodyOf(request));
}
