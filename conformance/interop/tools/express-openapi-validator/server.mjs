// A small store in Express behind express-openapi-validator, which validates requests and checks for a token.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { middleware } from 'express-openapi-validator';

const [, , contract, port] = process.argv;
const actions = new Map();
const path = '/beta/security/securityActions';

const app = express();
app.use(express.json());
app.use(middleware({ apiSpec: contract, validateRequests: true, validateResponses: false, ignoreServers: false }));

app.get(path, (_req, res) => res.json({ value: [...actions.values()] }));
app.post(path, (req, res) => {
  const now = new Date().toISOString();
  const action = { ...req.body, id: randomUUID(), status: 'NotStarted', createdDateTime: now, lastActionDateTime: now };
  actions.set(action.id, action);
  res.status(201).json(action);
});
app.use(`${path}/:id`, (req, res, next) => {
  req.action = actions.get(req.params.id);
  if (req.action) next();
  else res.status(404).json({ error: { code: 'NotFound', message: 'There is no such action.' } });
});
app.get(`${path}/:id`, (req, res) => res.json(req.action));
app.patch(`${path}/:id`, (req, res) => {
  res.json(Object.assign(req.action, req.body, { id: req.action.id, lastActionDateTime: new Date().toISOString() }));
});
app.post(`${path}/:id/cancelSecurityAction`, (req, res) => {
  req.action.status = 'Failed';
  res.status(204).end();
});
app.use((error, _req, res, _next) => {
  res.status(error.status ?? 500).json({ message: error.message, errors: error.errors });
});
app.listen(Number(port), '127.0.0.1');
