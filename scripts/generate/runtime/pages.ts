import type { Answer } from './answer.js';
import { SecurityActionsError } from './failure.js';

/** The data of a result. Throws the error that the service responded with. */
export function dataOf({ data, error, status, response }: Answer, request: string): unknown {
  if (error)
    throw new SecurityActionsError(
      `${request} responded with ${status}: ${error.error.message}`,
      response.url,
      status,
      error,
    );
  return data;
}

/**
 * The items of a list, page by page.
 *
 * @param get Reads the first page, or the one at an absolute URL.
 * @throws SecurityActionsError for an error response, and for a next link that leads to another origin or to a page that was read.
 */
export async function* items(
  first: string,
  get: (link?: URL) => Promise<Answer>,
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>();
  for (let link: URL | undefined; ; ) {
    const page = dataOf(await get(link), 'The list') as { value: unknown[]; '@odata.nextLink'?: unknown };
    yield* page.value;
    const next = page['@odata.nextLink'];
    if (next === undefined || next === null) return;
    const at = link?.href ?? first;
    // A link to another origin would send the token there.
    if (typeof next !== 'string' || !URL.canParse(next, at) || new URL(next, at).origin !== new URL(first).origin)
      throw new SecurityActionsError(`The list has a next link that leaves ${new URL(first).origin}: ${next}`, at);
    link = new URL(next, at);
    if (seen.has(link.href))
      throw new SecurityActionsError(`The list has a next link to a page that was read: ${next}`, at);
    seen.add(link.href);
  }
}
