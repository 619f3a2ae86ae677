import type { StoredAction } from '../../../reference/action/action.js';
import type { Json } from '../../server/wire.js';

const names = ['name', 'actionReason', 'clientContext'] as const;

type Texts = Readonly<Partial<Pick<StoredAction, (typeof names)[number]>>>;

/** The three texts of an action. */
export function textsOf({ name, actionReason, clientContext }: StoredAction): Texts {
  return { name, actionReason, clientContext };
}

/** The texts in the body of a PATCH; null for those that it clears. */
export function sentTexts(sent: Json): Texts {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(sent, name)).map((name) => [name, sent[name]]));
}

export function hasTexts(sent: Json): boolean {
  return Object.keys(sentTexts(sent)).length > 0;
}

/** Makes a function that returns the last texts of an action that were not null. It has to be called before each change. */
export function earlierTexts(): (before: StoredAction) => Texts {
  const all = new Map<string, Texts>();
  return (before) => {
    const present = Object.fromEntries(Object.entries(textsOf(before)).filter(([, text]) => text !== null));
    const last = { ...all.get(before.id), ...present };
    all.set(before.id, last);
    return last;
  };
}
