import { mutant } from '../../selftest/mutant.js';
import { readsPatchBytes } from '../../selftest/mutants/changes.js';
import { crashes } from '../../selftest/mutants/crashing-json.js';

export const mutants = [
  mutant('UPDATE-25', 'PATCH crashes on a byte order mark', readsPatchBytes(crashes.byteOrderMark)),
  mutant('UPDATE-25', 'PATCH crashes on a repeated member name', readsPatchBytes(crashes.repeatedName)),
  mutant('UPDATE-25', 'PATCH crashes on a number beyond the range of a double', readsPatchBytes(crashes.hugeNumber)),
  mutant('UPDATE-25', 'PATCH crashes on deeply nested arrays', readsPatchBytes(crashes.depth)),
];
