import { fresh, type MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import { adopted } from '../../selftest/mutants/create/server-owned.js';

/**
 * A server whose ids depend on what a client sends; it knows which ones it has given out. Histories begin empty, which is lawful, so that
 * an action which replaces another one is no rewriting of history.
 */
function ids(choose: (known: boolean) => boolean): MakesDifference {
  return () => {
    const given = new Set<string>();
    return makes((action, { id }) => {
      const taken = typeof id === 'string' && choose(given.has(id)) ? id : action.id;
      given.add(taken);
      return { id: taken, states: [] };
    });
  };
}

export const mutants = [
  mutant(
    'CREATE-7',
    'the id that a client sends is adopted',
    ids(() => true),
  ),
  mutant(
    'CREATE-7',
    'the id that a client sends is adopted where no action has it',
    ids((known) => !known),
  ),
  mutant(
    'CREATE-7',
    'a create with the id of an action replaces that one',
    ids((known) => known),
  ),
  mutant('CREATE-7', 'the answer has a new id, and the action is stored under the one that was sent', () => {
    const given = new Set<unknown>();
    return fresh(keeps((action, sent) => (given.add(action.id) && given.has(sent.id) ? {} : adopted('id', sent))));
  }),
];
