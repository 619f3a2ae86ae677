import { mutant } from '../../selftest/mutant.js';
import { editsValue } from '../../selftest/mutants/list/values.js';
import { editJson, editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIST-1',
    'the list is a bare array',
    // Without pages, because a bare array has no place for a link.
    { fetch: editJson(on('list', 200), ({ value }) => value), options: { pageSize: Number.MAX_SAFE_INTEGER } },
  ),
  mutant(
    'LIST-1',
    'a complete list has status 206',
    { fetch: editStatus(on('list', 200), 206) },
    { alsoFails: ['HTTP-11', 'HTTP-17'] },
  ),
  mutant('LIST-1', 'list elements are in results instead of value', {
    fetch: editJson(on('list', 200), ({ value, ...page }) => ({ ...page, results: value })),
  }),
  mutant(
    'LIST-1',
    'value is an object instead of an array',
    editsValue((all) => Object.fromEntries(all.map((one, index) => [index, one]))),
    { alsoFails: ['SURFACE-2', 'CREATE-10', 'AUTH-5', 'HTTP-5'] },
  ),
];
