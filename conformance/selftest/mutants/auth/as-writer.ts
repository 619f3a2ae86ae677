import type { Difference, Wrap } from '../../server/difference.js';

/** Makes a request the writer's: same method, URL and body, other credentials. */
export type AsWriter = (request: Request) => Request;

/** A server whose wrapper can act in the writer's name, as one does that forgot to ask who calls. */
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

/** Requests like these are refused as they should be, and are carried out all the same. */
export function refusedButDone(forgiven: (request: Request, refusal: Response) => boolean): () => Difference {
  return asTheWriter((asWriter) => (inner) => async (request) => {
    const copy = request.clone();
    const response = await inner(request);
    if (response.status >= 400 && forgiven(copy, response)) await inner(asWriter(copy));
    return response;
  });
}
