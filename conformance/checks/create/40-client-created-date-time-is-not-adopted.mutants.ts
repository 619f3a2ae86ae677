import type { Action } from '../../reference/action/action.js';
import { toUtc } from '../../reference/action/instant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

/** A create that takes a date over in UTC. */
function adoptsDate(name: keyof Action, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

const isPast = (utc: string) => Date.parse(utc) < Date.now();

export const mutants = [
  mutant('CREATE-40', 'a createdDateTime that is sent is adopted', adoptsDate('createdDateTime'), {
    alsoFails: ['CREATE-41'],
  }),
  mutant(
    'CREATE-40',
    'a createdDateTime that is sent is adopted when it is past',
    adoptsDate('createdDateTime', isPast),
  ),
];
