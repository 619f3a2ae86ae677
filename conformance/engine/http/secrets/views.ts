import { rejoined } from './rejoined.js';
import { unescaped } from './unescaped.js';
import { utf16Decoded } from './utf16-base64.js';
import { type View, wholeView } from './view.js';

/** The other ways in which a text may be read: without escapes, put together where it was split, and decoded from UTF-16 in base64. */
export function views(text: string): readonly View[] {
  const whole = wholeView(text);
  const plain = unescaped(text);
  const joined = rejoined(plain ?? whole);
  const decoded = utf16Decoded(joined ?? plain ?? whole);
  return [plain, joined, decoded].filter((view) => view !== undefined);
}
