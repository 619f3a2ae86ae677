import { Inconclusive } from '../errors.js';

/** The path of the collection below a target's base URL. */
export const collectionPath = '/security/securityActions';

/**
 * The path of one action; the id is percent-encoded.
 *
 * @throws Inconclusive for an id that no path can have: programs remove `.` and `..` from a URL, also percent-encoded (RFC 3986, 5.2.4).
 */
export function itemPath(id: string): string {
  if (id === '.' || id === '..')
    throw new Inconclusive(`the id "${id}" cannot be used in a path: "." and ".." are removed from every URL`);
  return `${collectionPath}/${pathSegment(id)}`;
}

/** An id as a segment of a path. Half a surrogate pair, which JSON can carry and UTF-8 cannot, becomes a replacement character. */
export function pathSegment(id: string): string {
  return encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

/** The id in the path of a request about one action; `undefined` for any other request. */
export function actionIdIn(url: string): string | undefined {
  const segment = /\/securityActions\/([^/?]+)/i.exec(url)?.[1];
  if (segment === undefined) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** An id that no action has. */
export const idOfNone = '00000000-0000-0000-0000-000000000000';
