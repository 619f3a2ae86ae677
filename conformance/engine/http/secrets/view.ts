/** A text as it reads without what hides a secret in it, and where each of its characters begins and ends in the whole text. */
export interface View {
  readonly text: string;
  /** Both are `undefined` for the whole text itself. */
  readonly starts: Uint32Array | undefined;
  readonly ends: Uint32Array | undefined;
}

/** A view of the whole text as it is. */
export function wholeView(text: string): View {
  return { text, starts: undefined, ends: undefined };
}

/** A view in which other characters stand in place of each match; `undefined` without a match. */
export function replacedIn(
  { text, starts: startsBefore, ends: endsBefore }: View,
  pattern: RegExp,
  characters: (match: RegExpExecArray) => string,
): View | undefined {
  if (text.search(pattern) < 0) return undefined;
  let clean = '';
  let copied = 0;
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  const copy = (to: number) => {
    for (let at = copied, place = clean.length; at < to; at++, place++) {
      starts[place] = startsBefore?.[at] ?? at;
      ends[place] = endsBefore?.[at] ?? at + 1;
    }
    clean += text.slice(copied, to);
  };
  for (const match of text.matchAll(pattern)) {
    const { index } = match;
    copy(index);
    copied = index + match[0].length;
    const replacement = characters(match);
    const to = clean.length + replacement.length;
    starts.fill(startsBefore?.[index] ?? index, clean.length, to);
    ends.fill(endsBefore?.[copied - 1] ?? copied, clean.length, to);
    clean += replacement;
  }
  copy(text.length);
  return { text: clean, starts, ends };
}
