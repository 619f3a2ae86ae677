import { mutant } from '../../selftest/mutant.js';
import { readsBy, readsText } from '../../selftest/mutants/create/bodies.js';

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const minimal = '{"parameters":[]}';

export const mutants = [
  mutant(
    'CREATE-24',
    'create crashes on malformed JSON',
    readsBy((right) => ({
      parseObject: (bytes) => {
        JSON.parse(Buffer.from(bytes).toString());
        return right.parseObject(bytes);
      },
    })),
  ),
  mutant(
    'CREATE-24',
    'create ignores text after the object',
    readsText((text) => (count(text, '{') < count(text, '}') ? text.slice(0, -1) : text)),
  ),
  mutant(
    'CREATE-24',
    'create completes a truncated body',
    readsText((text) => text.replace(/\]$/, ']}')),
  ),
  mutant(
    'CREATE-24',
    'create accepts a form body',
    readsText((text) => (/^\w+=/.test(text) ? minimal : text)),
  ),
  mutant(
    'CREATE-24',
    'create accepts a body of white space',
    readsText((text) => (text.trim() === '' ? minimal : text)),
  ),
];
