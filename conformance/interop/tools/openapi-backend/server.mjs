// openapi-backend in Express, with its mocks of the document for every operation.
import express from 'express';
import { OpenAPIBackend } from 'openapi-backend';

const [, , contract, port] = process.argv;
const api = new OpenAPIBackend({
  definition: contract,
  apiRoot: '/beta',
  // It validates documents of OpenAPI 3.0 only.
  quick: true,
  handlers: {
    notImplemented(context, _req, res) {
      const { status, mock } = context.api.mockResponseForOperation(context.operation.operationId);
      return res.status(status).json(mock);
    },
    validationFail: (context, _req, res) => res.status(400).json({ errors: context.validation.errors }),
    notFound: (_context, _req, res) => res.status(404).json({ error: 'not found' }),
    methodNotAllowed: (_context, _req, res) => res.status(405).json({ error: 'method not allowed' }),
    unauthorizedHandler: (_context, _req, res) => res.status(401).json({ error: 'unauthorized' }),
  },
});
api.registerSecurityHandler('application', ({ request }) => request.headers.authorization?.startsWith('Bearer '));
await api.init();

const app = express();
app.use(express.json());
app.use((req, res) => api.handleRequest(req, req, res));
app.listen(Number(port), '127.0.0.1');
