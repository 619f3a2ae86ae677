const longestPreview = 400;

/** A value as reports print it: its JSON, shortened in the middle when it is longer than `most` characters. */
export function preview(value: unknown, most = longestPreview): string {
  const text = value === undefined ? 'absent' : (JSON.stringify(value) ?? String(value));
  if (text.length <= most) return text;
  const end = Math.floor(most / 10);
  return `${text.slice(0, most - end - 20)} … (${text.length} characters) … ${text.slice(-end)}`;
}

/** The text itself, or the first `most` characters of a longer one and its length. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  // A slice keeps the whole text in memory; a new string does not.
  const start = Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le');
  return `${start} … (${text.length} characters in all)`;
}
