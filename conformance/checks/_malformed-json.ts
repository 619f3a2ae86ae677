import type { WritableBody } from '../engine/world/bodies.js';

/** A body with one defect in its JSON, and what the defect is. */
export interface Malformed {
  readonly name: string;
  readonly raw: string | Uint8Array;
  /** True if it is nested deeply, so that a target which stores it shows lists that are as deep. */
  readonly isDeep?: true;
}

/** Where numbers and words are put: in an annotation, which a server ignores, or in `actionReason`, which may be null. */
export type Place = 'annotation' | 'reason';

/** Malformed bodies of one kind, and the valid body that each of them is without its defect. */
export interface MalformedGroup {
  readonly name: string;
  readonly valid: (body: WritableBody, place: Place) => string;
  readonly malformed: (valid: string) => readonly Malformed[];
  /** Set where the valid body has an annotation, which some servers reject. */
  readonly hasAnnotation?: true;
  /** Set where the bodies are in another encoding, which may be rejected as a media type. */
  readonly isEncoded?: true;
  /** Set where a reader may replace the defect: that does no harm in a stateless mock, which keeps no text; decision 0048. */
  readonly needsStorage?: true;
}

const annotation = '@example.note';
/** A PATCH body that replaces a deep annotation where a target has stored it, because its lists would be as deep. */
export const shallow = JSON.stringify({ [annotation]: 1 });
/** The text that the defects within strings replace. */
const mark = 'Marked text';

/** The members that need no routing last, so that a reader that completes a truncated text has a valid body. */
function text(body: WritableBody, last: 'actionReason' | 'parameters'): string {
  const { actionReason: _, parameters, ...others } = body;
  const reason = { actionReason: mark };
  return JSON.stringify(
    last === 'parameters' ? { ...others, ...reason, parameters } : { ...others, parameters, ...reason },
  );
}

const plain = (body: WritableBody) => text(body, 'actionReason');

/** The text with a number in place of the value that the defects replace. */
function withNumber(body: WritableBody, place: Place): string {
  return place === 'reason' ? plain(body) : plain(body).replace(/\}$/, `,"${annotation}":1}`);
}

/** The text with something else as the value of its last member. */
const withLast = (valid: string, value: string) => valid.replace(/:[^:]*\}$/, () => `:${value}}`);

const inString = (valid: string, content: string) => valid.replace(mark, () => content);

/** The bytes of the text with others in place of the marked text. */
function inBytes(valid: string, ...bytes: readonly number[]): Uint8Array {
  const [before = '', after = ''] = valid.split(mark);
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

function group(
  name: string,
  defects: Readonly<Record<string, (valid: string) => string | Uint8Array>>,
  rest: Partial<MalformedGroup> = {},
): MalformedGroup {
  const malformed = (valid: string) =>
    Object.entries(defects).map(([defect, edit]) => ({ name: defect, raw: edit(valid) }));
  return { name, valid: plain, malformed, ...rest };
}

/** Defects that put one of the values at the end of the text. */
function values(all: readonly string[]): Readonly<Record<string, (valid: string) => string>> {
  return Object.fromEntries(all.map((value) => [`the value ${value}`, (valid: string) => withLast(valid, value)]));
}

/** Defects that put one of the contents into a string. */
function contents(all: Readonly<Record<string, string>>): Readonly<Record<string, (valid: string) => string>> {
  return Object.fromEntries(
    Object.entries(all).map(([name, content]) => [name, (valid: string) => inString(valid, content)]),
  );
}

/** Defects that end the text after the first match of a pattern. */
function cuts(all: Readonly<Record<string, RegExp>>): Readonly<Record<string, (valid: string) => string>> {
  return Object.fromEntries(
    Object.entries(all).map(([name, end]) => {
      return [`ends ${name}`, (valid: string) => new RegExp(`^.*?${end.source}`, 's').exec(valid)?.[0] ?? ''];
    }),
  );
}

const utf32 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.alloc([...text].length * 4);
  for (const [index, character] of [...text].entries()) {
    const code = character.codePointAt(0) ?? 0;
    if (little) bytes.writeUInt32LE(code, index * 4);
    else bytes.writeUInt32BE(code, index * 4);
  }
  return bytes;
};
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return little ? bytes : bytes.swap16();
};

/** Every production of RFC 8259 broken once, and every extension that common parsers accept. */
export const malformedGroups: readonly MalformedGroup[] = [
  group('comments', {
    'a block comment before the object': (valid) => `/* note */${valid}`,
    'a block comment between two tokens': (valid) => valid.replace('{', '{/* note */'),
    'a line comment between two tokens': (valid) => valid.replace('{', '{// note\n'),
    'a line comment after the object': (valid) => `${valid} // note`,
    'a comment that begins with a number sign': (valid) => `# note\n${valid}`,
  }),
  group('commas and colons', {
    'a trailing comma in an object': (valid) => valid.replace(/\}$/, ',}'),
    'a trailing comma in an array': (valid) => valid.replace(']', ',]'),
    'a leading comma in an object': (valid) => valid.replace('{', '{,'),
    'a leading comma in an array': (valid) => valid.replace('[', '[,'),
    'two commas between members': (valid) => valid.replace(/,(?="actionReason")/, ',,'),
    'two commas between elements': (valid) => valid.replace('},{', '},,{'),
    'no comma between members': (valid) => valid.replace(/,(?="actionReason")/, ' '),
    'no comma between elements': (valid) => valid.replace('},{', '} {'),
    'a semicolon in place of a comma': (valid) => valid.replace(/,(?="actionReason")/, ';'),
    'no colon': (valid) => valid.replace('"actionReason":', '"actionReason" '),
    'two colons': (valid) => valid.replace('"actionReason":', '"actionReason"::'),
    'an equals sign in place of a colon': (valid) => valid.replace('"actionReason":', '"actionReason"='),
    'a name without a value': (valid) => valid.replace(/"actionReason":.*?"(?=\})/, '"actionReason"'),
    'a colon without a value': (valid) => valid.replace(/"actionReason":.*?"(?=\})/, '"actionReason":'),
    'a value without a name': (valid) => valid.replace('"actionReason":', ':'),
  }),
  group('quotation marks', {
    'a name in single quotes': (valid) => valid.replace('"actionReason"', "'actionReason'"),
    'a value in single quotes': (valid) => valid.replace(`"${mark}"`, `'${mark}'`),
    'a name without quotation marks': (valid) => valid.replace('"actionReason"', 'actionReason'),
    'a value without quotation marks': (valid) => valid.replace(`"${mark}"`, 'Marked'),
    'a value in backticks': (valid) => valid.replace(`"${mark}"`, `\`${mark}\``),
    'a value in typographic quotation marks': (valid) => valid.replace(`"${mark}"`, `“${mark}”`),
    'a name without its first quotation mark': (valid) => valid.replace('"actionReason"', 'actionReason"'),
    'a value without its first quotation mark': (valid) => valid.replace(`"${mark}`, mark),
    'a value without its last quotation mark': (valid) => valid.replace(`${mark}"`, mark),
    'a quotation mark in a string': (valid) => inString(valid, 'Marked "text"'),
  }),
  group(
    'characters and escapes in strings',
    contents({
      'a tab in a string': 'a\tb',
      'a line feed in a string': 'a\nb',
      'a carriage return in a string': 'a\rb',
      'the character NUL in a string': 'a\0b',
      'the control character U+001F in a string': 'a\x1fb',
      'the escape \\x41': '\\x41',
      'the escape \\u12': '\\u12',
      'the escape \\u{41}': '\\u{41}',
      'the escape \\U0041': '\\U0041',
      'the escape \\u00zz': '\\u00zz',
      "the escape \\'": "\\'",
      'the escape \\0': '\\0',
      'the escape \\a': '\\a',
      'a line break after a backslash': 'a\\\nb',
    }),
  ),
  group(
    'numbers',
    values([
      '01',
      '-01',
      '00',
      '+1',
      '.5',
      '-.5',
      '5.',
      '1.e5',
      '1e',
      '1e+',
      '-',
      '--1',
      '- 1',
      '0x10',
      '0b1',
      '1_000',
      '1n',
      '１',
    ]),
    { valid: withNumber, hasAnnotation: true },
  ),
  group(
    'words',
    values(['NaN', '-NaN', 'Infinity', '-Infinity', 'True', 'FALSE', 'None', 'Null', 'nul', 'undefined', 'yes']),
    { valid: withNumber, hasAnnotation: true },
  ),
  group('one value and nothing else', {
    'two objects': (valid) => valid + valid,
    'two objects on two lines': (valid) => `${valid}\n${valid}`,
    'a word after the object': (valid) => `${valid} null`,
    'a comma after the object': (valid) => `${valid},`,
    'a bracket after the object': (valid) => `${valid}]`,
    'the character NUL after the object': (valid) => `${valid}\0`,
    'a semicolon after the object': (valid) => `${valid};`,
    'a call around the object': (valid) => `callback(${valid})`,
    'a prefix against script inclusion': (valid) => `)]}',\n${valid}`,
    'parentheses around the object': (valid) => `(${valid})`,
    'a form feed between tokens': (valid) => valid.replace('{', '{\f'),
    'a no-break space between tokens': (valid) => valid.replace('{', '{\u00a0'),
    'a line separator between tokens': (valid) => valid.replace('{', '{\u2028'),
    'a byte order mark between tokens': (valid) => valid.replace('{', '{\ufeff'),
    'an array that a brace closes': (valid) => valid.replace(']', '}'),
    'an object that a bracket closes': (valid) => valid.replace(/\}$/, ']'),
    'an array that nothing closes': (valid) => valid.replace(']', ''),
  }),
  group(
    'a text that ends too early',
    cuts({
      'after the first brace': /\{/,
      'within a name': /"actionRe/,
      'after a name': /"actionReason"/,
      'after a colon': /"actionReason":/,
      'after the first quotation mark of a string': /"actionReason":"/,
      'within a string': /"Marked/,
      'after a string': /Marked text"/,
      'after a comma': /\],/,
    }),
  ),
  group(
    'a text that ends too early within an array',
    {
      ...cuts({
        'after the bracket of an array': /"parameters":\[/,
        'after an element': /"parameters":\[\{.*?\}/,
        'after a comma in an array': /"parameters":\[\{.*?\},/,
        'after an array': /\](?=\}$)/,
        'within an element': /"parameters":\[\{.*?\},\{"name":"[^"]*","value":"[^"]*"/,
      }),
      'ends within an escape': (valid) => `${inString(valid, '\\u00').split('\\u00')[0]}\\u00`,
      'ends after a backslash': (valid) => `${inString(valid, '\\').split('\\')[0]}\\`,
      'ends within a word': (valid) => `${valid.split(`"${mark}"`)[0]}nul`,
    },
    { valid: (body) => text(body, 'parameters') },
  ),
  group(
    'bytes that are not UTF-8',
    {
      'a letter in Latin-1': (valid) => inBytes(valid, 0x5a, 0x6f, 0xeb),
      'a continuation byte alone': (valid) => inBytes(valid, 0x61, 0x80, 0x62),
      'a character that ends too early': (valid) => inBytes(valid, 0x61, 0xe2, 0x82),
      'an overlong slash': (valid) => inBytes(valid, 0xc0, 0xaf),
      'half of a surrogate pair': (valid) => inBytes(valid, 0xed, 0xa0, 0x80),
      'a surrogate pair of six bytes': (valid) => inBytes(valid, 0xed, 0xa0, 0xbd, 0xed, 0xb2, 0xa9),
      'a code point beyond U+10FFFF': (valid) => inBytes(valid, 0xf4, 0x90, 0x80, 0x80),
      'the byte FF': (valid) => inBytes(valid, 0x61, 0xff, 0x62),
    },
    { isEncoded: true, needsStorage: true },
  ),
  group(
    'UTF-16 and UTF-32',
    {
      'UTF-16 in little-endian order': (valid) => utf16(valid, true),
      'UTF-16 in big-endian order': (valid) => utf16(valid, false),
      'UTF-16 in little-endian order with a byte order mark': (valid) => utf16(`\ufeff${valid}`, true),
      'UTF-16 in big-endian order with a byte order mark': (valid) => utf16(`\ufeff${valid}`, false),
      'UTF-32 in little-endian order': (valid) => utf32(valid, true),
      'UTF-32 in big-endian order': (valid) => utf32(valid, false),
      'UTF-32 in little-endian order with a byte order mark': (valid) => utf32(`\ufeff${valid}`, true),
      'UTF-32 in big-endian order with a byte order mark': (valid) => utf32(`\ufeff${valid}`, false),
    },
    { isEncoded: true },
  ),
];

/** Bodies that RFC 8259 leaves open: a reader may accept or reject them. */
export function openBodies(body: WritableBody): readonly Malformed[] {
  const valid = plain(body);
  const noted = (value: string) => withLast(withNumber(body, 'annotation'), value);
  return [
    { name: 'a byte order mark', raw: `\ufeff${valid}` },
    { name: 'a member that occurs twice', raw: valid.replace('{', '{"actionReason":"First",') },
    { name: 'a number beyond the range of a double', raw: noted('1e400') },
    { name: 'an integer of 400 digits', raw: noted('9'.repeat(400)) },
    { name: 'a number too small for a double', raw: noted('1e-400') },
    { name: 'arrays nested 2,000 deep', raw: noted('['.repeat(2_000) + ']'.repeat(2_000)), isDeep: true },
    { name: 'objects nested 2,000 deep', raw: noted(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`), isDeep: true },
  ];
}
