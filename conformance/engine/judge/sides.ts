/** Both sides of a comparison as every message says them. */
export function sides(expected: string, received: string): string {
  return `expected ${expected}, received ${received}`;
}
