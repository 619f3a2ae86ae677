/** `1 response`, `2 responses`, `3 entries`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : plural}`;
}

/** `900 ms`, `5.2 s`, `15 minutes`, `3.5 hours`, `4 days`. */
export function span(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} minutes`;
  if (ms < 172_800_000) return `${(ms / 3_600_000).toFixed(1)} hours`;
  return count(Math.round(ms / 86_400_000), 'day');
}
