import { createHash } from 'node:crypto';
import type { Version } from '../../reference/store.js';
import type { Difference, MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { makes, pairsIn, refuses } from './_create.js';

/** An id made from what an action is about, so that like actions get the same one. */
function hashed(...content: readonly unknown[]): string {
  const digits = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
}

/**
 * A server whose ids are hashes where there is a context, a reason and a single pair. Histories begin empty, which is lawful, so that an action which
 * replaces another one is no rewriting of history.
 */
function hashes(content: (sent: Json) => readonly unknown[]): Difference {
  return makes((action, sent) => {
    const rich = Boolean(sent.clientContext && sent.actionReason) && pairsIn(sent).length === 1;
    return { id: rich ? hashed(content(sent)) : action.id, states: [] };
  });
}

/** What the first get of a new action finds, where that is a large one and takes a while to be stored. */
function firstGet(shows: (version: Version) => Version | undefined): MakesDifference {
  return () => {
    const asked = new Set<string>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (by !== 'get' || asked.has(id) || (version?.action.parameters.length ?? 0) < 50) return version;
          asked.add(id);
          return version && shows(version);
        },
      }),
    };
  };
}

export const slips = [
  slip(
    'CREATE-5',
    'the id is a hash of all that is sent but the context',
    hashes(({ name, actionReason, parameters, vendorInformation }) => [
      name,
      actionReason,
      parameters,
      vendorInformation,
    ]),
  ),
  slip(
    'CREATE-5',
    'the id is a hash of the name and the reason',
    hashes(({ name, actionReason }) => [name, actionReason]),
  ),
  slip('CREATE-6', 'ids are counted', () => {
    let count = 0;
    return makes(() => ({ id: `action-${++count}` }));
  }),
  slip(
    'CREATE-9',
    'the first get of a large new action does not find it yet',
    firstGet(() => undefined),
  ),
  slip(
    'CREATE-9',
    'the first get of a large new action shows it without its context',
    firstGet((version) => ({ ...version, action: { ...version.action, clientContext: null } })),
  ),
  slip(
    'CREATE-10',
    'the list leaves out what has not begun',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ status }) => status !== 'NotStarted'),
            query,
          ),
      }),
    },
    { relatives: ['RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  slip(
    'CREATE-10',
    'an action is listed when it was changed',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ createdDateTime, lastActionDateTime }) => createdDateTime !== lastActionDateTime),
            query,
          ),
      }),
    },
    { relatives: ['RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  slip('CREATE-30', 'a context that was used before breaks an index', () => {
    const used = new Set<unknown>();
    return refuses(
      ({ clientContext = null }) => clientContext !== null && (used.has(clientContext) || !used.add(clientContext)),
      500,
    );
  }),
  slip('CREATE-31', 'a body that was sent before is answered with the action made then', () => {
    const made = new Map<string, string>();
    return {
      behaviour: (right) => ({
        save: (collection, action, by) => {
          const { name, actionReason, clientContext, parameters, vendorInformation } = action;
          const content = JSON.stringify([name, actionReason, clientContext, parameters, vendorInformation]);
          const known = by === 'create' ? collection.find(made.get(content) ?? '') : undefined;
          if (by === 'create') made.set(content, known?.action.id ?? action.id);
          return known ?? right.save(collection, action, by);
        },
      }),
    };
  }),
];
