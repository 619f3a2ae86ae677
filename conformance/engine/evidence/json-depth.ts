/** Levels of arrays and objects within each other beyond which programs that visit a value by recursion run out of stack. */
export const mostLevels = 500;

/** Whether a JSON text has more levels than {@link mostLevels}. A text that is no JSON may have any result. */
export function isTooDeep(text: string): boolean {
  if (text.length < 2 * mostLevels) return false;
  let level = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (code === openArray || code === openObject) {
      if (++level > mostLevels) return true;
    } else if (code === closeArray || code === closeObject) level -= 1;
  }
  return false;
}

const [quote, backslash, openArray, closeArray, openObject, closeObject] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
