import type { Action } from '../../reference/action/action.js';
import { toUtc } from '../../reference/action/instant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { adopts } from '../../selftest/mutants/create/server-owned.js';

/** A create that takes a date over in UTC. */
function adoptsDate(name: keyof Action, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

const isPast = (utc: string) => Date.parse(utc) < Date.now();

export const mutants = [
  mutant('CREATE-57', 'states that are sent are adopted', adopts('states')),
  mutant(
    'CREATE-57',
    'states that are sent come before the own ones',
    makes(({ states }, sent) => (Array.isArray(sent.states) ? { states: [...sent.states, ...states] } : {})),
  ),
  mutant('CREATE-57', 'a lastActionDateTime that is sent is adopted', adoptsDate('lastActionDateTime'), {
    alsoFails: ['CREATE-41'],
  }),
  mutant(
    'CREATE-57',
    'a lastActionDateTime that is sent is adopted when it is to come',
    adoptsDate('lastActionDateTime', (utc) => !isPast(utc)),
  ),
];
