import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { refused } from '../../selftest/server/refused.js';
import { editStatus, editText, instead, type When, wraps } from '../../selftest/server/wire.js';

/** What a client asks with that says nothing of what it accepts. */
const withoutAccept =
  (operation: Operation): When =>
  (asked) =>
    asked.operation === operation && !asked.request.headers.has('accept');

export const mutants = [
  mutant(
    'HTTP-5',
    'a get that says nothing of what it accepts is answered with a page',
    {
      fetch: wraps(
        set(withoutAccept('get'), 'content-type', 'text/html'),
        editText(withoutAccept('get'), () => '<p>An action</p>'),
      ),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant('HTTP-5', 'a list has to say what it accepts', {
    fetch: instead((asked) => withoutAccept('list')(asked) && asked.request.headers.has('authorization'), refused(406)),
  }),
  mutant('HTTP-5', 'a PATCH that says nothing of what it accepts is answered without the entity', {
    fetch: editStatus((asked) => withoutAccept('update')(asked) && asked.status === 200, 204),
  }),
];
