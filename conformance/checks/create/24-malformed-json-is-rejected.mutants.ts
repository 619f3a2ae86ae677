import { mutant } from '../../selftest/mutant.js';
import { readsBy, readsText } from '../../selftest/mutants/create/bodies.js';

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const minimal = '{"parameters":[]}';

export const mutants = [
  mutant(
    'CREATE-24',
    'a body that cannot be parsed crashes',
    readsBy((right) => ({
      parseObject: (bytes) => {
        JSON.parse(Buffer.from(bytes).toString());
        return right.parseObject(bytes);
      },
    })),
  ),
  mutant(
    'CREATE-24',
    'what follows the object is not looked at',
    readsText((text) => (count(text, '{') < count(text, '}') ? text.slice(0, -1) : text)),
  ),
  mutant(
    'CREATE-24',
    'a body that was cut short is mended',
    readsText((text) => text.replace(/\]$/, ']}')),
  ),
  mutant(
    'CREATE-24',
    'a form is taken for a body',
    readsText((text) => (/^\w+=/.test(text) ? minimal : text)),
  ),
  mutant(
    'CREATE-24',
    'a body of white space is taken for nothing to do',
    readsText((text) => (text.trim() === '' ? minimal : text)),
  ),
];
