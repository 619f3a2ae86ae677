import { mutant } from '../../selftest/mutant.js';

export const mutants = [
  mutant('CREATE-31', 'create returns the existing action when a body is repeated', () => {
    const idsByContent = new Map<string, string>();
    return {
      behaviour: (right) => ({
        save: (collection, action, by) => {
          const { name, actionReason, clientContext, parameters, vendorInformation } = action;
          const content = JSON.stringify([name, actionReason, clientContext, parameters, vendorInformation]);
          const known = by === 'create' ? collection.find(idsByContent.get(content) ?? '') : undefined;
          if (by === 'create') idsByContent.set(content, known?.action.id ?? action.id);
          return known ?? right.save(collection, action, by);
        },
      }),
    };
  }),
];
