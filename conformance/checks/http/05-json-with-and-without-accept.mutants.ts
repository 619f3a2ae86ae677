import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editStatus, editText, respondInstead, type When, wraps } from '../../selftest/server/wire.js';

/** Requests of an operation without an `Accept` header. */
const withoutAccept =
  (operation: Operation): When =>
  (asked) =>
    asked.operation === operation && !asked.request.headers.has('accept');

export const mutants = [
  mutant(
    'HTTP-5',
    'get without Accept returns HTML',
    {
      fetch: wraps(
        set(withoutAccept('get'), 'content-type', 'text/html'),
        editText(withoutAccept('get'), () => '<p>An action</p>'),
      ),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant('HTTP-5', 'list without Accept responds with 406', {
    fetch: respondInstead(
      (asked) => withoutAccept('list')(asked) && asked.request.headers.has('authorization'),
      rejectWith(406),
    ),
  }),
  mutant('HTTP-5', 'update without Accept responds with 204', {
    fetch: editStatus((asked) => withoutAccept('update')(asked) && asked.status === 200, 204),
  }),
];
