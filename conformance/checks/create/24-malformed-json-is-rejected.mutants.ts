import { mutant } from '../../selftest/mutant.js';
import { readsBy, readsBytes, readsText } from '../../selftest/mutants/create/bodies.js';
import { lenient, lenientBytes } from '../../selftest/mutants/lenient-json.js';

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
  mutant('CREATE-24', 'create accepts comments', readsText(lenient.comments)),
  mutant('CREATE-24', 'create accepts comments that begin with a number sign', readsText(lenient.hashComments)),
  mutant('CREATE-24', 'create accepts trailing commas', readsText(lenient.trailingCommas)),
  mutant('CREATE-24', 'create accepts array elements without a comma between them', readsText(lenient.missingCommas)),
  mutant('CREATE-24', 'create accepts single quotes', readsText(lenient.singleQuotes)),
  mutant('CREATE-24', 'create accepts names without quotation marks', readsText(lenient.bareNames)),
  mutant('CREATE-24', 'create accepts NaN and Infinity', readsText(lenient.specialNumbers)),
  mutant('CREATE-24', 'create accepts numbers with leading zeros', readsText(lenient.leadingZeros)),
  mutant('CREATE-24', 'create accepts numbers with a leading plus sign', readsText(lenient.leadingPlus)),
  mutant('CREATE-24', 'create accepts hexadecimal numbers', readsText(lenient.hexadecimal)),
  mutant('CREATE-24', 'create accepts numbers that begin or end with the decimal point', readsText(lenient.barePoints)),
  mutant('CREATE-24', 'create accepts True, False and None', readsText(lenient.pythonWords)),
  mutant(
    'CREATE-24',
    'create accepts form feeds and no-break spaces as white space',
    readsText(lenient.otherWhiteSpace),
  ),
  mutant(
    'CREATE-24',
    'create accepts line breaks and other control characters in strings',
    readsText(lenient.controlCharacters),
  ),
  mutant('CREATE-24', 'create accepts a backslash before any character', readsText(lenient.otherEscapes)),
  mutant('CREATE-24', 'create accepts Unicode escapes of fewer than four digits', readsText(lenient.shortEscapes)),
  mutant('CREATE-24', 'create reads only the first value of a body', readsText(lenient.anyTail)),
  mutant('CREATE-24', 'create completes a body that ends too early', readsText(lenient.closedText)),
  mutant('CREATE-24', 'create replaces bytes that are not UTF-8', readsBytes(lenientBytes.replacing)),
  mutant('CREATE-24', 'create reads bytes that are not UTF-8 as Latin-1', readsBytes(lenientBytes.latin1)),
  mutant('CREATE-24', 'create accepts UTF-16 with a byte order mark', readsBytes(lenientBytes.markedUtf16)),
  mutant('CREATE-24', 'create accepts UTF-16 and UTF-32 without a byte order mark', readsBytes(lenientBytes.detected)),
];
