import { mutant } from '../../selftest/mutant.js';
import { crashes } from '../../selftest/mutants/crashing-json.js';
import { readsBytes } from '../../selftest/mutants/create/bodies.js';

export const mutants = [
  mutant('CREATE-58', 'create crashes on a byte order mark', readsBytes(crashes.byteOrderMark)),
  mutant('CREATE-58', 'create crashes on a repeated member name', readsBytes(crashes.repeatedName)),
  mutant('CREATE-58', 'create crashes on a number beyond the range of a double', readsBytes(crashes.hugeNumber)),
  mutant('CREATE-58', 'create crashes on deeply nested arrays', readsBytes(crashes.depth)),
];
