import { mutant } from '../../selftest/mutant.js';
import { asked, understood } from '../../selftest/mutants/list/list.js';
import { numbers } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-12',
    '$top applies before $skip',
    understood(({ top, skip }) => (top === undefined ? {} : { top: Math.max(0, top - skip) })),
  ),
  mutant(
    'LIST-12',
    '$top and $skip apply in URL order',
    asked((options) => {
      const [first] = [...options.keys()].filter((name) => numbers.includes(name));
      const [top, skip] = numbers.map((name) => Number(options.get(name)));
      if (first === '$top' && options.has('$skip')) options.set('$top', String(Math.max(0, (top ?? 0) - (skip ?? 0))));
    }),
  ),
];
