/** The id as it stands in the path, still encoded. */
export function idIn(request: Request): string {
  return new URL(request.url).pathname.split('/').at(-1) ?? '';
}
