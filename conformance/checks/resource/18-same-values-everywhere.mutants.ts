import type { StoredAction } from '../../reference/action/action.js';
import type { Version } from '../../reference/store.js';
import { mutant } from '../../selftest/mutant.js';
import { inFirstList } from '../../selftest/mutants/at-first.js';
import { afterTheRun } from '../../selftest/mutants/late.js';
import { editsMember, gets, lists, movedDate, updates } from '../../selftest/mutants/shown.js';
import type { MakesDifference } from '../../selftest/server/difference.js';

/** The list shows every action as it was created. */
const listsFirst: MakesDifference = () => {
  const first = new Map<string, StoredAction>();
  return {
    behaviour: (right) => ({
      save: (collection, action, by) => {
        if (by === 'create') first.set(action.id, action);
        return right.save(collection, action, by);
      },
      lookUp: (collection, id, by) => {
        const version = right.lookUp(collection, id, by);
        return version && by === 'list' ? { ...version, action: first.get(id) ?? version.action } : version;
      },
    }),
  };
};

export const mutants = [
  mutant(
    'RESOURCE-18',
    'the list shows only one parameter of each name',
    lists(
      editsMember('parameters', (pairs) => [
        ...new Map((pairs as { name: string }[]).map((pair) => [pair.name, pair])).values(),
      ]),
    ),
  ),
  mutant('RESOURCE-18', 'the list shows every action as it was created', listsFirst, {
    alsoFails: ['RESOURCE-13', 'LIST-17'],
  }),
  mutant(
    'RESOURCE-18',
    'the list shows no history',
    lists(({ states: _, ...action }) => action),
  ),
  mutant(
    'RESOURCE-18',
    'a get shows strings escaped as HTML',
    gets(editsMember('actionReason', (text) => String(text).replaceAll('"', '&quot;'))),
    { alsoFails: ['CREATE-11', 'UPDATE-4', 'HTTP-13'] },
  ),
  mutant(
    'RESOURCE-18',
    'an update shows the time of its response as lastActionDateTime',
    updates(editsMember('lastActionDateTime', (date) => movedDate(date, 1500))),
    { alsoFails: ['LIFECYCLE-10'] },
  ),
  mutant(
    'RESOURCE-18',
    'the list shows an action as it was after its first change, apart from the context and the history',
    () => {
      const listed = new Map<string, Version>();
      return {
        behaviour: (right) => ({
          save: (collection, action, operation) => {
            const version = right.save(collection, action, operation);
            const indexed = listed.get(action.id) ?? version;
            const { clientContext, states } = action;
            if (operation !== 'create')
              listed.set(action.id, { ...indexed, action: { ...indexed.action, clientContext, states } });
            return version;
          },
          lookUp: (collection, id, operation) =>
            (operation === 'list' ? listed.get(id) : undefined) ?? right.lookUp(collection, id, operation),
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'RESOURCE-18',
    'actions that were created with the same context share their parameters',
    () => {
      const contexts = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          save: (collection, action, operation) => {
            if (operation === 'create') contexts.set(action.id, action.clientContext);
            const { id, parameters } = action;
            const context = contexts.get(id) ?? null;
            const sharing = collection
              .all()
              .filter((one) => context !== null && contexts.get(one.action.id) === context);
            if (operation === 'update') {
              for (const other of sharing) right.save(collection, { ...other.action, parameters }, operation);
            }
            return right.save(collection, action, operation);
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'RESOURCE-18',
    'the context of one in six actions is lost later',
    afterTheRun((action, number) => (number % 6 === 0 ? { ...action, clientContext: null } : action)),
    { foundBy: 'audit' },
  ),
  mutant(
    'RESOURCE-18',
    'the parameters of one in six actions are cut later',
    afterTheRun((action, number) =>
      number % 6 === 0 ? { ...action, parameters: action.parameters.slice(1) } : action,
    ),
    { foundBy: 'audit' },
  ),
  mutant(
    'RESOURCE-18',
    'createdDateTime of one in six actions moves later',
    afterTheRun((action, number) =>
      number % 6 === 0
        ? { ...action, createdDateTime: new Date(Date.parse(action.createdDateTime) - 1_000).toISOString() }
        : action,
    ),
    { foundBy: 'audit' },
  ),
  mutant(
    'RESOURCE-18',
    'the first list that shows an action shows it without its reason',
    inFirstList((action) => [{ ...action, actionReason: null }]),
  ),
];
