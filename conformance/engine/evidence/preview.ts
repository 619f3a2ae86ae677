const longestPreview = 400;

/** A value as reports print it: its JSON, shortened in the middle when it is longer than `most` characters. */
export function preview(value: unknown, most = longestPreview): string {
  const text = value === undefined ? 'no value' : (JSON.stringify(value) ?? String(value));
  if (text.length <= most) return text;
  const end = Math.floor(most / 10);
  return `${text.slice(0, most - end - 20)} … (${text.length} characters) … ${text.slice(-end)}`;
}

/** The text itself, or the first `most` characters of a longer one and its length. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  // A slice keeps the whole text in memory; a new string does not.
  const start = text.slice(0, most);
  // The encoding decides how many bytes each character takes in memory.
  const encoding = isOneByte(start) ? 'latin1' : 'utf16le';
  return `${Buffer.from(start, encoding).toString(encoding)} … (${text.length} characters in all)`;
}

function isOneByte(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}
