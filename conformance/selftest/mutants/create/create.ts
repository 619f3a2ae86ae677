import type { Action } from '../../../reference/action/action.js';
import { newAction } from '../../../reference/action/create.js';
import { Refusal } from '../../../reference/refusal.js';
import type { Difference, MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import type { Json } from '../../server/wire.js';

/** A create that validates, and goes on with, another body than the one that was sent: so a check is forgotten or softened. */
export function reads(edit: (body: Json) => Json): Difference {
  return { behaviour: (right) => ({ validateCreate: (body) => right.validateCreate(edit(body)) }) };
}

/** A create that validates only a part of the body, and goes on with the whole of it. */
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

/** A create that refuses, with 400 or another status, bodies that are good. */
export function refuses(which: (body: Json) => boolean, status = 400): Difference {
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        if (which(body)) throw new Refusal(status, 'The service does not take this body.');
        return right.validateCreate(body);
      },
    }),
  };
}

/** A create that makes another action of a body than it should; `members` replace those of the right action. */
export function makes(members: (action: Action, sent: Json) => Json): Difference {
  return {
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        return { ...action, ...members(action, body as Json) } as Action;
      },
    }),
  };
}

/** A create that makes an action of the body as `edit` leaves it. */
export function makesOf(edit: (sent: Json) => Json): Difference {
  return { behaviour: { newAction: (body, from) => newAction({ ...body, ...edit(body as Json) }, from) } };
}

/** A create that answers with the right action and keeps another one: what is wrong shows in the next read. */
export function keeps(members: (action: Action, sent: Json) => Json): MakesDifference {
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
          const kept = { ...action, ...members(action, sent.get(action.id) ?? {}) } as Action;
          return { ...right.save(collection, kept, by), action };
        },
      }),
    };
  };
}

/** The pairs of a body or an action; none where there is no array. */
export function pairsIn({ parameters }: Json | Action): readonly Json[] {
  return Array.isArray(parameters) ? parameters : [];
}

/** The body with each of its pairs changed. */
export function withPairs(body: Json, edit: (pair: Json) => Json): Json {
  return Array.isArray(body.parameters) ? { ...body, parameters: pairsIn(body).map(edit) } : body;
}

/** A JSON object, or an empty one in its place. */
export function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The text as `edit` leaves it; what is no text stays. */
export function text(value: unknown, edit: (text: string) => string): unknown {
  return typeof value === 'string' ? edit(value) : value;
}

/** Whether a request is a create. */
export function isCreate(request: Request): boolean {
  return operationOf(request) === 'create';
}
