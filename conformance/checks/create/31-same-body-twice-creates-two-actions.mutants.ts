import { mutant } from '../../selftest/mutant.js';

export const mutants = [
  mutant('CREATE-31', 'a body that was sent before is answered with the action made then', () => {
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
