const longest = 400;

/** A value as reports print it: JSON, cut in the middle when it is long. */
export function show(value: unknown): string {
  const text = value === undefined ? 'absent' : (JSON.stringify(value) ?? String(value));
  return text.length <= longest
    ? text
    : `${text.slice(0, longest - 60)} … (${text.length} characters) … ${text.slice(-40)}`;
}

/** The text, or of one longer than `most` characters its beginning and how long it is. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  // A slice would hold on to the whole of the text; a text made anew does not.
  const start = Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le');
  return `${start} … (${text.length} characters in all)`;
}
