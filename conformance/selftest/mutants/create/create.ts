import type { StoredAction } from '../../../reference/action/action.js';
import { newAction } from '../../../reference/action/create.js';
import { Rejection } from '../../../reference/rejection.js';
import type { Difference, MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import type { Json } from '../../server/wire.js';

/** A create that changes its body before it validates and stores it, so that a validation is missing or weaker. */
export function reads(edit: (body: Json) => Json): Difference {
  return { behaviour: (right) => ({ validateCreate: (body) => right.validateCreate(edit(body)) }) };
}

/** A create that validates only a part of its body and stores all of it. */
export function validates(part: (body: Json) => Json): Difference {
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        right.validateCreate(part(body));
        return body;
      },
    }),
  };
}

/** A create that rejects these valid bodies, with 400 or another status. */
export function rejectsCreate(which: (body: Json) => boolean, status = 400): Difference {
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        if (which(body)) throw new Rejection(status, 'The body is not accepted.');
        return right.validateCreate(body);
      },
    }),
  };
}

/** A create whose action differs from the right one: `members` replace its own. */
export function makes(members: (action: StoredAction, sent: Json) => Json): Difference {
  return {
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        return { ...action, ...members(action, body as Json) } as StoredAction;
      },
    }),
  };
}

/** A create whose action is made from the changed body. */
export function makesOf(edit: (sent: Json) => Json): Difference {
  return { behaviour: { newAction: (body, from) => newAction({ ...body, ...edit(body as Json) }, from) } };
}

/** A create that responds with the right action and stores another one, which only the next read shows. */
export function keeps(members: (action: StoredAction, sent: Json) => Json): MakesDifference {
  return () => {
    const sent = new Map<string, Json>();
    return {
      behaviour: (right) => ({
        newAction: (body, from) => {
          sent.set(from.id, body as Json);
          return right.newAction(body, from);
        },
        save: (collection, action, by) => {
          if (by !== 'create') return right.save(collection, action, by);
          const kept = { ...action, ...members(action, sent.get(action.id) ?? {}) } as StoredAction;
          return { ...right.save(collection, kept, by), action };
        },
      }),
    };
  };
}

/** The pairs of a body or an action; empty where `parameters` is no array. */
export function pairsIn({ parameters }: Json | StoredAction): readonly Json[] {
  return Array.isArray(parameters) ? parameters : [];
}

/** The body with each of its pairs changed. */
export function withPairs(body: Json, edit: (pair: Json) => Json): Json {
  return Array.isArray(body.parameters) ? { ...body, parameters: pairsIn(body).map(edit) } : body;
}

/** The value if it is an object, otherwise an empty object. */
export function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The changed text; a value that is no string stays as it is. */
export function editedText(value: unknown, edit: (text: string) => string): unknown {
  return typeof value === 'string' ? edit(value) : value;
}

/** Whether a request is a create. */
export function isCreate(request: Request): boolean {
  return operationOf(request) === 'create';
}
