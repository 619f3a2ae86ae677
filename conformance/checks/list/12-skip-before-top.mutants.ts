import { mutant } from '../../selftest/mutant.js';
import { readsOptions, readsQuery } from '../../selftest/mutants/list/list.js';
import { numericOptions } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-12',
    '$top applies before $skip',
    readsQuery(({ top, skip }) => (top === undefined ? {} : { top: Math.max(0, top - skip) })),
  ),
  mutant(
    'LIST-12',
    '$top and $skip apply in URL order',
    readsOptions((options) => {
      const [first] = [...options.keys()].filter((name) => numericOptions.includes(name));
      const [top, skip] = numericOptions.map((name) => Number(options.get(name)));
      if (first === '$top' && options.has('$skip')) options.set('$top', String(Math.max(0, (top ?? 0) - (skip ?? 0))));
    }),
  ),
];
