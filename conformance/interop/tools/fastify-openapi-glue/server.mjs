// fastify-openapi-glue: routes and validation from the document, over a small store.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import openapiGlue from 'fastify-openapi-glue';

const [, , contract, port] = process.argv;
const actions = new Map();

function find(request) {
  const action = actions.get(request.params.securityActionId);
  if (!action) throw Object.assign(new Error('There is no such action.'), { statusCode: 404 });
  return action;
}

const service = {
  listSecurityActions: async () => ({ value: [...actions.values()] }),
  async createSecurityAction(request, reply) {
    const now = new Date().toISOString();
    const action = {
      ...request.body,
      id: randomUUID(),
      status: 'NotStarted',
      createdDateTime: now,
      lastActionDateTime: now,
    };
    actions.set(action.id, action);
    reply.code(201);
    return action;
  },
  getSecurityAction: async (request) => find(request),
  async updateSecurityAction(request) {
    const action = find(request);
    return Object.assign(action, request.body, { id: action.id, lastActionDateTime: new Date().toISOString() });
  },
  async cancelSecurityAction(request, reply) {
    find(request).status = 'Failed';
    reply.code(204);
  },
};

const securityHandlers = {
  async application(request) {
    if (!request.headers.authorization?.startsWith('Bearer ')) throw new Error('The token is missing.');
  },
};

// The document has keywords that the JSON Schema draft of Fastify does not know.
const fastify = Fastify({ ajv: { customOptions: { strict: false } } });
await fastify.register(openapiGlue, {
  specification: contract,
  serviceHandlers: service,
  securityHandlers,
  prefix: 'beta',
});
await fastify.listen({ port: Number(port), host: '127.0.0.1' });
