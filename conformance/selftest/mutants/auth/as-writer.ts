import type { Difference, Wrap } from '../../server/difference.js';

/** Makes a copy of a request with the token of the writer. */
export type AsWriter = (request: Request) => Request;

/** A server whose wrap can send requests as the writer, like an implementation that does not check the caller. */
export function asTheWriter(wrap: (asWriter: AsWriter) => Wrap): () => Difference {
  return () => {
    let token = '';
    const asWriter: AsWriter = (request) => {
      const headers = new Headers(request.headers);
      headers.set('authorization', `Bearer ${token}`);
      return new Request(request, { headers });
    };
    return {
      tokens: (minted) => {
        token = minted.writer ?? '';
        return minted;
      },
      fetch: wrap(asWriter),
    };
  };
}

/** These rejected requests are carried out nevertheless, as the writer. */
export function rejectedButDone(which: (request: Request, rejection: Response) => boolean): () => Difference {
  return asTheWriter((asWriter) => (inner) => async (request) => {
    const copy = request.clone();
    const response = await inner(request);
    if (response.status >= 400 && which(copy, response)) await inner(asWriter(copy));
    return response;
  });
}
