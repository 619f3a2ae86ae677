import { mutant } from '../../selftest/mutant.js';
import { editText, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-20', 'create returns the id twice', {
    fetch: editText(on('create', 201), (text) => text.replace('{', '{"id":"0",')),
  }),
  mutant('HTTP-20', 'a list has the name of each pair twice', {
    fetch: editText(on('list', 200), (text) =>
      text.replace(/\{"name":("[^"\\]*"),"value"/g, '{"name":$1,"name":$1,"value"'),
    ),
  }),
  mutant('HTTP-20', 'errors have the code twice, once with an escape', {
    fetch: editText(on('any', 'rejection'), (text) => text.replace('"code":', '"co\\u0064e":"Previous","code":')),
  }),
];
