import type { StoredAction } from '../../reference/action/action.js';
import { toUtc } from '../../reference/action/instant.js';
import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import type { Difference } from '../../selftest/server/difference.js';

/** A create that adopts a date from the client, converted to UTC, when it passes `wanted`. */
function adoptsDate(name: keyof StoredAction, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

const isPast = (utc: string) => Date.parse(utc) < Date.now();

export const mutants = [
  mutant('CREATE-40', 'create adopts createdDateTime from the client', adoptsDate('createdDateTime'), {
    alsoFails: ['CREATE-41'],
  }),
  mutant(
    'CREATE-40',
    'create adopts createdDateTime from the client when it is in the past',
    adoptsDate('createdDateTime', isPast),
  ),
];
