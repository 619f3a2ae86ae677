import type { MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';

/** Requests that ask for an action as somebody did before who got the same status, with no other request about it in between. */
export function repeated(
  status: number,
  answer: (response: Response) => Response | Promise<Response>,
): MakesDifference {
  return () => {
    const last = new Map<string, number>();
    return {
      fetch: (inner) => async (request) => {
        const [url, operation] = [request.url, operationOf(request)];
        const response = await inner(request);
        const again = operation === 'get' && last.get(url) === response.status;
        if (operation === 'get') last.set(url, response.status);
        else last.delete(url.replace(/\/[\w.]*cancelSecurityAction$/, ''));
        return again && response.status === status ? answer(response) : response;
      },
    };
  };
}
