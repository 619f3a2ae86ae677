import { randomBytes } from 'node:crypto';
import { Rejection } from '../../reference/rejection.js';
import type { Difference, Wrap } from '../server/difference.js';
import { rejectWith } from '../server/reject-with.js';
import { respondInstead } from '../server/wire.js';
import { variant } from '../variant.js';

/** Ids that `make` makes from the number of the action. */
export function ids(make: (number: number) => string): () => Difference {
  return () => {
    let count = 0;
    return {
      behaviour: (right) => ({
        newAction: (body, context) => right.newAction(body, { ...context, id: make(++count) }),
      }),
    };
  };
}

const guid = /^[0-9a-f-]{36}$/i;

/** Rejects requests for an id that is not a GUID with this status. */
function rejectMalformedIds(status: number): Wrap {
  return (inner) => (request) => {
    const id = /securityActions\/([^/?]+)/.exec(request.url)?.[1];
    if (id === undefined || guid.test(decoded(id)) || !request.headers.has('authorization')) return inner(request);
    return rejectWith(status)(request);
  };
}

export const variants = [
  variant(
    'ids are numbers',
    'id',
    ids((number) => String(1_234_567_890 + number * 7919)),
    { doesNotFollow: ['CREATE-6'] },
  ),
  variant('ids are GUIDs in capitals', 'id', {
    behaviour: (right) => ({
      newAction: (body, context) => right.newAction(body, { ...context, id: context.id.toUpperCase() }),
    }),
  }),
  variant(
    'ids are long and opaque',
    'id',
    ids(() => randomBytes(90).toString('base64url')),
    { doesNotFollow: ['CREATE-6'] },
  ),
  variant(
    'ids need percent-encoding',
    'id',
    ids((number) => `act ${number}=+/ä:${randomBytes(4).toString('hex')}`),
    { doesNotFollow: ['CREATE-6'] },
  ),
  variant(
    'ids are letters and digits',
    'id',
    ids((number) => `a${number}x${randomBytes(5).toString('hex')}`),
    { doesNotFollow: ['CREATE-6'] },
  ),
  variant('a malformed id is rejected with 400', ['id', 'malformed id'], { fetch: rejectMalformedIds(400) }),
  variant('a malformed id is rejected with 422', ['id', 'malformed id'], { fetch: rejectMalformedIds(422) }),
  variant('an unknown malformed id is rejected with 400', 'malformed id', {
    behaviour: (right) => ({
      lookUp: (collection, id, operation) => {
        const version = right.lookUp(collection, id, operation);
        if (!version && /[^\w=+/ä: -]/.test(id)) throw new Rejection(400, 'The id is malformed.');
        return version;
      },
    }),
  }),
  variant('an id of more than 300 characters is rejected with 414', 'long id', {
    fetch: respondInstead(({ request }) => /securityActions\/[^/?]{300,}/.test(request.url), rejectWith(414)),
  }),
  // Where ids have a slash, no client could read an action.
  variant('a gateway redirects an encoded slash to the plain path', ['encoded slash', 'id'], {
    fetch: respondInstead(
      ({ request }) => /%2f/i.test(new URL(request.url).pathname),
      ({ url }) => new Response(null, { status: 307, headers: { location: url.replace(/%2f/gi, '/') } }),
    ),
  }),
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
