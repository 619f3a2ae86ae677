/**
 * Levels of arrays and objects within each other beyond which programs that visit a value by recursion run out of stack, and values
 * beyond which a parsed body takes many times the memory of its text. A list of 12,000 actions has fewer.
 */
export const jsonLimits = { levels: 500, values: 500_000 };

/** Which limit a JSON text exceeds. A text that is no JSON may have any result. */
export function exceeded(text: string): keyof typeof jsonLimits | undefined {
  if (text.length < 2 * jsonLimits.levels) return undefined;
  let level = 0;
  let separators = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) separators += 1;
    else if (code === closeArray || code === closeObject) level -= 1;
    else if ((code === openArray || code === openObject) && ++level > jsonLimits.levels) return 'levels';
  }
  return separators >= jsonLimits.values ? 'values' : undefined;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The place of the quotation mark that ends the string which begins here, or the end of the text. */
function endOfString(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
