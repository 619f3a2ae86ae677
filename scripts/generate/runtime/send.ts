import { type Deadline, sleep } from './deadline.js';
import { factsOf, SecurityActionsError } from './failure.js';

export type Send = (request: Request) => Promise<Response>;

/** How often a request is sent again, and what must not be. */
export interface Attempts {
  readonly retries: number;
  /** False when a second request could do the work twice: only 429, which says that nothing was done, is then repeated. */
  readonly repeatable: boolean;
}

/** Milliseconds. A service that asks for more gets no second attempt, and the caller gets the error with `retryAfter`. */
const longestWait = 60_000;

/** A fetch that never follows a redirect, and that sends a request again after 429 and 503 when the service allows. */
export function sender(send: Send, { retries, repeatable }: Attempts, deadline: Deadline): Send {
  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      deadline.signal.throwIfAborted();
      deadline.restart();
      const response = await once(send, request, deadline.signal);
      const { status, retryAfter } = factsOf(response);
      const again = status === 429 || (status === 503 && repeatable);
      const wait = retryAfter === undefined ? 500 * 2 ** attempt * (1 + Math.random()) : retryAfter * 1000;
      if (!again || attempt >= retries || wait > longestWait) return response;
      deadline.pause();
      response.body?.cancel().catch(() => undefined);
      await sleep(wait, deadline.signal);
    }
  };
}

async function once(send: Send, request: Request, signal: AbortSignal): Promise<Response> {
  const failed = (what: string, cause?: unknown) =>
    new SecurityActionsError(`${request.method} ${request.url} ${what}`, request.url, undefined, undefined, cause);
  const redirected = 'was redirected, which the client does not follow; set baseUrl to the URL that responds itself';
  let response: Response;
  try {
    response = await send(new Request(request.clone(), { redirect: 'error', signal }));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // fetch of Node.js tells the reason in the cause alone.
    const reasons = [error, (error as Error | undefined)?.cause].flatMap((one) =>
      one instanceof Error ? [one.message] : [],
    );
    const reason = reasons.join(': ');
    throw failed(reason.includes('redirect') ? redirected : `got no response: ${reason}`, error);
  }
  if (response.redirected || response.type === 'opaqueredirect') throw failed(redirected);
  if (response.status === 0) throw failed('got no response');
  return response;
}
