import type { MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';

/** Changes the response to a get that repeats the one before it: the same action, the same status, and no other request about it in between. */
export function repeated(
  status: number,
  respond: (response: Response) => Response | Promise<Response>,
): MakesDifference {
  return () => {
    const last = new Map<string, number>();
    return {
      fetch: (inner) => async (request) => {
        const [url, operation] = [request.url, operationOf(request)];
        const response = await inner(request);
        const isRepeated = operation === 'get' && last.get(url) === response.status;
        if (operation === 'get') last.set(url, response.status);
        else last.delete(url.replace(/\/[\w.]*cancelSecurityAction$/, ''));
        return isRepeated && response.status === status ? respond(response) : response;
      },
    };
  };
}
