import { Hono } from 'hono';
import { cors } from 'hono/cors';

type Respond = (request: Request) => Promise<Response>;

/** Header fields of the contract that a program in a browser may read; it may always read the media type. */
const exposed = [
  'Allow',
  'client-request-id',
  'Date',
  'ETag',
  'Location',
  'OData-EntityId',
  'OData-Version',
  'Preference-Applied',
  'request-id',
  'Retry-After',
  'WWW-Authenticate',
];

const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PATCH'],
  exposeHeaders: exposed,
  maxAge: 600,
});

/** Lets programs in a browser on any origin send requests. Any other request gets the response that it gets without this. */
export function crossOrigin(respond: Respond): Respond {
  const app = new Hono();
  app.use('*', async (c, next) => {
    // Without this header field an OPTIONS request is an ordinary request, not the question of a browser.
    const asks = c.req.header('access-control-request-method') !== undefined;
    if (c.req.method === 'OPTIONS' && !asks) return next();
    return anyOrigin(c, next);
  });
  app.all('*', (c) => respond(c.req.raw));
  return async (request) => app.fetch(request);
}
