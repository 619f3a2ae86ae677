import type { Context } from 'hono';
import { Hono } from 'hono/quick';
import type { Operation } from '../../generated/requirements.js';
import type { AuthenticatedCaller } from './identity/caller.js';
import { cancelAction } from './operations/cancel.js';
import { create } from './operations/create.js';
import { get } from './operations/get.js';
import { listActions } from './operations/list.js';
import { update } from './operations/update.js';
import { type Call, startCall } from './protocol/call.js';
import type { ServerReply } from './protocol/reply.js';
import type { Resource } from './reach.js';
import { Rejection } from './rejection.js';
import { actionsPath, type OperationTask, type ServerState } from './world.js';

type Env = { Variables: { call: Call; caller: AuthenticatedCaller } };
type Handler = (task: OperationTask, id: string) => ServerReply | Promise<ServerReply>;

const operations: readonly [operation: Operation, resource: Resource, method: string, handler: Handler][] = [
  ['list', 'collection', 'GET', listActions],
  ['create', 'collection', 'POST', create],
  ['get', 'item', 'GET', get],
  ['update', 'item', 'PATCH', update],
  ['cancel', 'cancel', 'POST', cancelAction],
];

const paths: Readonly<Record<Resource, readonly string[]>> = {
  collection: [actionsPath],
  item: [`${actionsPath}/:id`],
  cancel: [`${actionsPath}/:id/cancelSecurityAction`, `${actionsPath}/:id/microsoft.graph.cancelSecurityAction`],
};

/**
 * The service as a Hono application. Below the base path a request is checked in this order: token (401), rate (429), path and method
 * (400, 404, 405), permission (403), Accept header (406), body.
 */
export function createRoutes(world: ServerState): Hono<Env> {
  const { decide, settings } = world;
  const app = new Hono<Env>();
  app.use('*', async (c, next) => {
    c.set('call', startCall(c.req.raw, settings.now()));
    await next();
  });
  app.use(`${settings.basePath}/*`, async (c, next) => {
    const { now, url } = c.var.call;
    const caller = await world.authenticate(c.req.raw.headers.get('authorization'), now);
    world.throttle(caller, now);
    decide.checkPath(url.pathname);
    c.set('caller', caller);
    await next();
  });
  for (const resource of ['collection', 'item', 'cancel'] as const) {
    for (const path of paths[resource]) addResource(app, world, resource, `${settings.basePath}${path}`);
  }
  app.notFound((c) => reject(world, c.var.call, new Rejection(404, 'This path does not exist.')));
  app.onError((error, c) => {
    const rejection =
      error instanceof Rejection ? error : new Rejection(500, 'The service failed to handle the request.');
    return reject(world, c.var.call, rejection);
  });
  return app;
}

function addResource(app: Hono<Env>, world: ServerState, resource: Resource, path: string): void {
  const allowed = world.decide.allowedMethods(resource);
  for (const [operation, owner, method, handler] of operations) {
    if (owner !== resource || !allowed.includes(method)) continue;
    app.on(method, path, (c) => perform(world, operation, handler, c));
  }
  app.all(path, () => {
    throw new Rejection(405, 'This method is not supported here.', { headers: { Allow: allowed.join(', ') } });
  });
}

async function perform(world: ServerState, operation: Operation, handler: Handler, c: Context<Env>): Promise<Response> {
  const { call, caller } = c.var;
  world.decide.authorize(caller, operation);
  world.decide.negotiate(call.request.headers.get('accept'));
  return respond(world, call, await handler({ world, call, caller, operation }, c.req.param('id') ?? ''));
}

function reject(world: ServerState, call: Call, rejection: Rejection): Response {
  return respond(world, call, {
    status: rejection.status,
    headers: rejection.headers,
    body: world.decide.errorBody(rejection, call),
  });
}

function respond(world: ServerState, call: Call, reply: ServerReply): Response {
  const body = reply.body === undefined ? null : JSON.stringify(reply.body);
  return new Response(body, { status: reply.status, headers: world.decide.responseHeaders(call, reply) });
}
