import type { Operation } from '../../../generated/requirements.js';
import type { Action } from '../../reference/action/action.js';
import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { asTheWriter } from './_as-writer.js';
import { refusedTo } from './_auth.js';
import { bodyOf, isCancel, isPatch, withBody } from './_changes.js';
import { hasTexts, sentTexts, textsOf } from './_earlier.js';

const by = 'sequences';

/** The id of the action that a request is about. */
function idIn({ url }: Request): string {
  return /securityActions\/([^/]+)/.exec(new URL(url).pathname)?.[1] ?? '';
}

/** The texts of a body that could be written by themselves. */
function validTexts(body: Json): Json {
  return Object.fromEntries(Object.entries(sentTexts(body)).filter(([, text]) => typeof text === 'string'));
}

/** The valid texts of a PATCH that was refused as invalid are sent once more with the next one. */
function carriesAlong(): () => Difference {
  return () => {
    const left = new Map<string, Json>();
    return {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const [id, body] = [idIn(request), await bodyOf(request)];
        const before = left.get(id);
        const response = await inner(before ? withBody(request, { ...before, ...body }) : request);
        if (response.status === 400) left.set(id, validTexts(body));
        else if (response.ok) left.delete(id);
        return response;
      },
    };
  };
}

/** A PATCH that is refused with this status takes back the texts of the one before. */
function takesBack(status: number): () => Difference {
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
function locked(operation: Operation): () => Difference {
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
function forgives(
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

function isReadersPatch(request: Request): boolean {
  return (
    isPatch(request) && refusedTo('SecurityActions.Read.All', 'update')(request, new Response(null, { status: 403 }))
  );
}

async function writesTexts(request: Request): Promise<boolean> {
  return isPatch(request) && hasTexts(await bodyOf(request));
}

export const slips = [
  slip('UPDATE-5', 'the texts of an invalid PATCH are written by the next one', carriesAlong(), { by }),
  slip('UPDATE-10', 'an invalid PATCH takes back the texts of the one before', takesBack(400), { by }),
  slip('LIFECYCLE-4', 'a refused step takes back the texts of the PATCH before', takesBack(409), { by }),
  slip('UPDATE-1', 'after an invalid PATCH the action takes none any more', locked('update'), { by }),
  slip('CANCEL-1', 'after an invalid PATCH the action cannot be cancelled', locked('cancel'), { by }),
  slip('AUTH-8', 'readers may change what the writer has changed', forgives(writesTexts, isReadersPatch, 'the truth'), {
    by,
  }),
  slip('AUTH-7', 'everybody may cancel what the writer has changed', forgives(writesTexts, isCancel, 'the truth'), {
    by,
  }),
  slip(
    'ERROR-8',
    'a PATCH of a changed action is refused for who sends it, and done',
    forgives(writesTexts, isPatch, 'a refusal'),
    { by },
  ),
  slip(
    'LIFECYCLE-15',
    'a cancel of a changed action is refused for who sends it, and done',
    forgives(writesTexts, isCancel, 'a refusal'),
    { by },
  ),
  slip(
    'LIFECYCLE-5',
    'an action of which a PATCH was refused can take no step any more',
    () => {
      const refused = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            const stuck = refused.has(before.id) && patch.status !== before.status;
            return right.applyPatch(before, patch, stuck ? { ...change, transition: () => 'refuse' } : change);
          },
        }),
        fetch: (inner) => async (request) => {
          const [patches, id] = [isPatch(request), idIn(request)];
          const response = await inner(request);
          if (patches && response.status >= 400) refused.add(id);
          return response;
        },
      };
    },
    { by },
  ),
  slip(
    'LIFECYCLE-5',
    'a cancel that was refused is done with the next PATCH',
    () => {
      const asked = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            return asked.has(before.id) ? right.cancel(after, change) : after;
          },
        }),
        fetch: (inner) => async (request) => {
          const [cancels, id] = [isCancel(request), idIn(request)];
          const response = await inner(request);
          if (cancels && response.status >= 400) asked.add(id);
          return response;
        },
      };
    },
    { by },
  ),
];
