import type { Operation } from '../../../../generated/requirements.js';
import type { StoredAction } from '../../../reference/action/action.js';
import { Rejection } from '../../../reference/rejection.js';
import type { Difference } from '../../server/difference.js';
import { idIn } from '../../server/operation.js';
import { asTheWriter } from '../auth/as-writer.js';
import { bodyOf, isPatch, withBody } from '../changes.js';
import { hasTexts, textsOf } from './earlier.js';

/** A PATCH that is rejected with this status also restores the texts from before the last PATCH. */
export function restoresTexts(status: number): () => Difference {
  return () => {
    const before = new Map<string, StoredAction>();
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

/** An operation is rejected after an invalid PATCH of the same action, because the lock was not released. */
export function staysLocked(operation: Operation): () => Difference {
  return () => {
    const held = new Set<string>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, asked) => {
          if (asked === operation && held.has(id)) throw new Rejection(409, 'The action is being changed.');
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

/** Carries out, as the writer, requests that are rejected because of their caller, once `prepares` accepted a request about the action. */
export function carriesOutAfter(
  prepares: (request: Request) => boolean | Promise<boolean>,
  which: (request: Request) => boolean,
  response: 'shows the result' | 'shows the rejection',
): () => Difference {
  return asTheWriter((asWriter) => {
    const prepared = new Set<string>();
    return (inner) => async (request) => {
      const copy = request.clone();
      const rejection = await inner(request);
      if (rejection.ok && (await prepares(copy))) prepared.add(idIn(copy));
      if (!which(copy) || ![401, 403].includes(rejection.status) || !prepared.has(idIn(copy))) return rejection;
      const result = await inner(asWriter(copy));
      return response === 'shows the result' ? result : rejection;
    };
  });
}

export async function writesTexts(request: Request): Promise<boolean> {
  return isPatch(request) && hasTexts(await bodyOf(request));
}
