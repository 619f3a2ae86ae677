import type { Action, Vendor } from '../../reference/action/action.js';
import { slip } from '../slip.js';
import { hasTexts } from './_earlier.js';

const by = 'sequences';

export const slips = [
  slip(
    'RESOURCE-18',
    'pairs are kept by the context of the create, so that actions of one context share them',
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
    { by },
  ),
  slip(
    'CREATE-5',
    'an action with the context of a changed one takes its place',
    () => {
      const changed = new Map<string, string>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) =>
            right.newAction(body, { ...from, id: changed.get(body.clientContext ?? '') ?? from.id }),
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            if (after.clientContext && hasTexts({ ...patch })) changed.set(after.clientContext, after.id);
            return after;
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'CREATE-11',
    'an action with the context of a changed one gets its reason',
    () => {
      const reasons = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            return { ...action, actionReason: reasons.get(action.clientContext ?? '') ?? action.actionReason };
          },
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            if (patch.actionReason && after.clientContext) reasons.set(after.clientContext, patch.actionReason);
            return after;
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'CREATE-12',
    'an action with a context seen before gets the pairs of the first one',
    () => {
      const pairs = new Map<string, Action['parameters']>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            const { clientContext, parameters } = action;
            if (clientContext === null) return action;
            pairs.set(clientContext, pairs.get(clientContext) ?? parameters);
            return { ...action, parameters: pairs.get(clientContext) ?? parameters };
          },
        }),
      };
    },
    { by },
  ),
  slip(
    'CREATE-14',
    'a PATCH of the vendor is laid over the vendor of later actions of the context',
    () => {
      const vendors = new Map<string, Partial<Vendor>>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            const profile = vendors.get(action.clientContext ?? '');
            const vendorInformation = action.vendorInformation && { ...action.vendorInformation, ...profile };
            return { ...action, vendorInformation };
          },
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            const { vendorInformation } = patch;
            if (vendorInformation && after.clientContext) vendors.set(after.clientContext, vendorInformation);
            return after;
          },
        }),
      };
    },
    { by },
  ),
];
