import type { Io } from '../io.js';

type Respond = (request: Request) => Promise<Response>;

/** Prints a line for each response: method, path with query, and status. It has no token, because header fields are left out. */
export function requestLog(respond: Respond, stdout: Io['stdout']): Respond {
  return async (request) => {
    const response = await respond(request);
    const { pathname, search } = new URL(request.url);
    stdout.write(`${request.method} ${pathname}${search} ${response.status}\n`);
    return response;
  };
}
