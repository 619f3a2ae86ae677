/** The last segment of the path, percent-encoded as it was sent. */
export function encodedIdIn(request: Request): string {
  return new URL(request.url).pathname.split('/').at(-1) ?? '';
}
