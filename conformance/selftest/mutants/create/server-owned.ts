import type { Action } from '../../../reference/action/action.js';
import type { Difference } from '../../server/difference.js';
import type { Json } from '../../server/wire.js';
import { makes } from './create.js';

/** A create that stores a member as the client sent it, when `wanted` accepts the value. */
export function createAdopts(name: keyof Action, wanted: (value: unknown) => boolean = () => true): Difference {
  return makes((_, sent) => adoptedMember(name, sent, wanted));
}

export function adoptedMember(name: keyof Action, sent: Json, wanted: (value: unknown) => boolean = () => true): Json {
  const value = sent[name] ?? null;
  return value !== null && wanted(value) ? { [name]: value } : {};
}
