import type { StoredAction } from '../../../reference/action/action.js';
import type { Difference } from '../../server/difference.js';
import type { Json } from '../../server/wire.js';
import { makes } from './create.js';

/** A create that stores a member as the client sent it, when `isAdopted` accepts the value. */
export function createAdopts(
  name: keyof StoredAction,
  isAdopted: (value: unknown) => boolean = () => true,
): Difference {
  return makes((_, sent) => adoptedMember(name, sent, isAdopted));
}

export function adoptedMember(
  name: keyof StoredAction,
  sent: Json,
  isAdopted: (value: unknown) => boolean = () => true,
): Json {
  const value = sent[name] ?? null;
  return value !== null && isAdopted(value) ? { [name]: value } : {};
}
