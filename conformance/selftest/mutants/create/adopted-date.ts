import type { StoredAction } from '../../../reference/action/action.js';
import { toUtc } from '../../../reference/action/instant.js';
import type { Difference } from '../../server/difference.js';
import { makes } from './create.js';

/** A create that adopts a date from the client, converted to UTC, when it passes `wanted`. */
export function adoptsDate(name: keyof StoredAction, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

export const isPast = (utc: string) => Date.parse(utc) < Date.now();
