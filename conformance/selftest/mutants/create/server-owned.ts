import type { Action } from '../../../reference/action/action.js';
import type { Difference } from '../../server/difference.js';
import type { Json } from '../../server/wire.js';
import { makes } from './create.js';

/** A create that takes a member over as the client sent it, where that passes `wanted`. */
export function adopts(name: keyof Action, wanted: (value: unknown) => boolean = () => true): Difference {
  return makes((_, sent) => adopted(name, sent, wanted));
}

export function adopted(name: keyof Action, sent: Json, wanted: (value: unknown) => boolean = () => true): Json {
  const value = sent[name] ?? null;
  return value !== null && wanted(value) ? { [name]: value } : {};
}
