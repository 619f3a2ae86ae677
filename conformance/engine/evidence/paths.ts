/** The path of the collection below a target's base URL. */
export const collectionPath = '/security/securityActions';

/** The path of one action; the id is percent-encoded. */
export function itemPath(id: string): string {
  return `${collectionPath}/${pathSegment(id)}`;
}

/** An id as a segment of a path. Half a surrogate pair, which JSON can carry and UTF-8 cannot, becomes a replacement character. */
export function pathSegment(id: string): string {
  return encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}
