import { mutant } from '../../selftest/mutant.js';
import { encoded } from '../../selftest/mutants/http/encoded.js';
import { editActions, editError, editText, on } from '../../selftest/server/wire.js';

/** The text cut after the first half of its first character beyond the basic plane. */
const cutInCharacter = (text: string) => text.replace(/([\ud800-\udbff]).*$/s, '$1');

export const mutants = [
  mutant(
    'HTTP-19',
    'get cuts the reason within a surrogate pair',
    {
      fetch: editActions(on('get'), ({ actionReason, ...action }) => ({
        ...action,
        actionReason: typeof actionReason === 'string' ? cutInCharacter(actionReason) : actionReason,
      })),
    },
    { alsoFails: ['HTTP-13'] },
  ),
  mutant('HTTP-19', 'create returns the halves of surrogate pairs in the wrong order', {
    fetch: editText(on('create', 201), (text) =>
      text.replace(/([\ud800-\udbff])([\udc00-\udfff])/g, (_, high: string, low: string) =>
        [low, high].map((half) => `\\u${half.charCodeAt(0).toString(16)}`).join(''),
      ),
    ),
  }),
  mutant('HTTP-19', 'error messages end within a surrogate pair', {
    fetch: editError(on('any', 'rejection'), (error) => ({ ...error, message: `${String(error.message)} \ud83d` })),
  }),
  mutant(
    'HTTP-19',
    'errors have a trailing comma',
    { fetch: editText(on('any', 'rejection'), (text) => text.replace(/\}$/, ',}')) },
    { alsoFails: ['ERROR-1'] },
  ),
  mutant('HTTP-19', 'update writes a line break in a string as it is', {
    fetch: editText(on('update', 'success'), (text) => text.replaceAll('\\n', '\n')),
  }),
  mutant(
    'HTTP-19',
    'the response to a cancel of an unknown action is not JSON',
    {
      fetch: editText(on('cancel', 404), () => '{error: NotFound}'),
    },
    { alsoFails: ['ERROR-1'] },
  ),
  mutant(
    'HTTP-19',
    'errors are in UTF-16',
    { fetch: encoded(on('any', 'rejection'), (text) => Buffer.from(text, 'utf16le')) },
    { alsoFails: ['ERROR-1'] },
  ),
];
