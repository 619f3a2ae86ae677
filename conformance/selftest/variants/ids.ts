import { randomBytes } from 'node:crypto';
import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../server/difference.js';
import { refused } from '../server/refused.js';
import { variant } from '../variant.js';

/** Ids of another form. */
function ids(make: (number: number) => string): () => Difference {
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

export const variants = [
  variant(
    'ids are numbers',
    'id',
    ids((number) => String(1_234_567_890 + number * 7919)),
    { givesUp: ['CREATE-6'] },
  ),
  variant('ids are capital GUIDs', 'id', {
    behaviour: (right) => ({
      newAction: (body, context) => right.newAction(body, { ...context, id: context.id.toUpperCase() }),
    }),
  }),
  variant(
    'ids are long and opaque',
    'id',
    ids(() => randomBytes(90).toString('base64url')),
    { givesUp: ['CREATE-6'] },
  ),
  variant(
    'ids need percent-encoding',
    'id',
    ids((number) => `act ${number}=+/ä:${randomBytes(4).toString('hex')}`),
    { givesUp: ['CREATE-6'] },
  ),
  variant(
    'ids are a letter and a number',
    'id',
    ids((number) => `a${number}x${randomBytes(5).toString('hex')}`),
    { givesUp: ['CREATE-6'] },
  ),
  variant('a malformed id is refused with 400', ['id', 'malformed id'], {
    fetch: (inner) => (request) => {
      const id = /securityActions\/([^/?]+)/.exec(request.url)?.[1];
      if (id === undefined || guid.test(decoded(id)) || !request.headers.has('authorization')) return inner(request);
      return refused(400)(request);
    },
  }),
  variant('a malformed id is looked up before its form is judged', 'malformed id', {
    behaviour: (right) => ({
      lookUp: (collection, id, operation) => {
        const version = right.lookUp(collection, id, operation);
        if (!version && /[^\w=+/ä: -]/.test(id)) throw new Refusal(400, 'This is no id.');
        return version;
      },
    }),
  }),
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
