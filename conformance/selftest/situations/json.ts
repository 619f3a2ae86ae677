import { lenient } from '../mutants/lenient-json.js';
import type { Difference } from '../server/difference.js';
import { editText, on } from '../server/wire.js';
import { situation } from '../situation.js';

/** A JSON reader that accepts an extension of the grammar. */
function reads(...extensions: readonly (keyof typeof lenient)[]): Difference {
  return {
    behaviour: (right) => ({
      parseObject: (bytes) => {
        const strict = extensions.reduce((text, one) => lenient[one](text), new TextDecoder().decode(bytes));
        return right.parseObject(new TextEncoder().encode(strict));
      },
    }),
  };
}

const accepted = { exitCode: 1, fails: ['CREATE-24', 'UPDATE-10'] } as const;

export const situations = [
  situation(
    'a byte order mark stands before every JSON body',
    'fault',
    { fetch: editText(on('any'), (text) => (text === '' ? '' : `\ufeff${text}`)) },
    {
      exitCode: 1,
      fails: ['HTTP-18'],
    },
  ),
  situation('the JSON reader accepts comments', 'fault', reads('comments'), accepted),
  situation('the JSON reader accepts trailing commas', 'fault', reads('trailingCommas'), accepted),
  situation('the JSON reader accepts single quotes', 'fault', reads('singleQuotes'), accepted),
  situation('the JSON reader accepts bare names', 'fault', reads('bareNames'), accepted),
  situation('the JSON reader accepts NaN and Infinity', 'fault', reads('specialNumbers'), accepted),
];
