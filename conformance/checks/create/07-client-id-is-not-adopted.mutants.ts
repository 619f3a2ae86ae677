import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import { adoptedMember } from '../../selftest/mutants/create/server-owned.js';
import { differenceOf, type MakesDifference } from '../../selftest/server/difference.js';

/**
 * A server that adopts the id from a client where `adopt` allows it; `isTaken` is true for an id that an action already has. History starts
 * empty, which is allowed: otherwise an action that replaces another one would also rewrite its history.
 */
function adoptsId(adopt: (isTaken: boolean) => boolean): MakesDifference {
  return () => {
    const used = new Set<string>();
    return makes((action, { id }) => {
      const chosen = typeof id === 'string' && adopt(used.has(id)) ? id : action.id;
      used.add(chosen);
      return { id: chosen, states: [] };
    });
  };
}

export const mutants = [
  mutant(
    'CREATE-7',
    'create adopts the id from the client',
    adoptsId(() => true),
  ),
  mutant(
    'CREATE-7',
    'create adopts an id from the client that no other action has',
    adoptsId((isTaken) => !isTaken),
  ),
  mutant(
    'CREATE-7',
    'create with the id of an existing action replaces that action',
    adoptsId((isTaken) => isTaken),
  ),
  mutant('CREATE-7', 'create returns a new id but stores the action under the id from the client', () => {
    const used = new Set<unknown>();
    return differenceOf(
      keeps((action, sent) => (used.add(action.id) && used.has(sent.id) ? {} : adoptedMember('id', sent))),
    );
  }),
];
