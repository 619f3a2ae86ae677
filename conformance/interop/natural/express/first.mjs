// securityActions in Express, as first written from the documentation pages.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { importSPKI, jwtVerify } from 'jose';

const key = await importSPKI(process.env.TOKEN_PUBLIC_KEY, 'ES256');
const statuses = ['NotStarted', 'Running', 'Completed', 'Failed'];
const writable = ['actionReason', 'clientContext', 'name', 'parameters', 'vendorInformation'];

/** All actions by id, in the order of creation. */
const actions = new Map();

const fail = (res, status, code, message) => res.status(status).json({ error: { code, message } });

async function authenticate(req, res, next) {
  const token = req.headers.authorization?.replace(/^Bearer /, '');
  if (!token) return fail(res, 401, 'InvalidAuthenticationToken', 'Access token is empty.');
  try {
    const { payload } = await jwtVerify(token, key, { audience: process.env.TOKEN_AUDIENCE });
    req.caller = { appId: payload.appid, tenant: payload.tid, user: payload.upn ?? null, roles: payload.roles ?? [] };
    next();
  } catch (error) {
    fail(res, 401, 'InvalidAuthenticationToken', error.message);
  }
}

const allow =
  (...roles) =>
  (req, res, next) =>
    roles.some((role) => req.caller.roles.includes(role))
      ? next()
      : fail(res, 403, 'Forbidden', `Requires ${roles.join(' or ')}.`);

const mayRead = allow('SecurityActions.Read.All', 'SecurityActions.ReadWrite.All');
const mayWrite = allow('SecurityActions.ReadWrite.All');

/** What is wrong with the properties of a body; undefined when nothing is. */
function problemWith(body) {
  for (const property of ['actionReason', 'clientContext', 'name']) {
    const value = body[property];
    if (value !== undefined && value !== null && typeof value !== 'string') return `${property} must be a string.`;
  }
  if (body.clientContext?.length > 256) return 'clientContext can have a maximum of 256 characters.';
  if (body.parameters !== undefined && !Array.isArray(body.parameters)) return 'parameters must be a collection.';
  if (body.status !== undefined && !statuses.includes(body.status)) return `status must be one of ${statuses}.`;
}

const pick = (body) => Object.fromEntries(writable.filter((name) => name in body).map((name) => [name, body[name]]));
const stateOf = (caller, status, updatedDateTime) => ({
  appId: caller.appId,
  user: caller.user,
  status,
  updatedDateTime,
});

function find(req, res, next) {
  req.action = actions.get(req.params.id);
  if (!req.action || req.action.azureTenantId !== req.caller.tenant) {
    return fail(res, 404, 'ResourceNotFound', `There is no action ${req.params.id}.`);
  }
  next();
}

function setStatus(action, status, caller) {
  const now = new Date().toISOString();
  action.status = status;
  action.lastActionDateTime = now;
  action.states.push(stateOf(caller, status, now));
  if (status === 'Completed' || status === 'Failed') action.completedDateTime = now;
}

const router = express.Router();

router.get('/', mayRead, (req, res) => {
  res.json({ value: [...actions.values()].filter((action) => action.azureTenantId === req.caller.tenant) });
});

router.post('/', mayWrite, (req, res) => {
  const problem = problemWith(req.body) ?? (req.body.parameters ? undefined : 'parameters is required.');
  if (problem) return fail(res, 400, 'BadRequest', problem);
  const now = new Date().toISOString();
  const action = {
    '@odata.type': '#microsoft.graph.securityAction',
    actionReason: null,
    clientContext: null,
    name: null,
    vendorInformation: null,
    ...pick(req.body),
    id: randomUUID(),
    appId: req.caller.appId,
    azureTenantId: req.caller.tenant,
    user: req.caller.user,
    status: 'NotStarted',
    createdDateTime: now,
    lastActionDateTime: now,
    completedDateTime: null,
    errorInfo: null,
    states: [stateOf(req.caller, 'NotStarted', now)],
  };
  actions.set(action.id, action);
  res.status(201).json(action);
});

router.get('/:id', mayRead, find, (req, res) => {
  res.json(req.action);
});

router.patch('/:id', mayWrite, find, (req, res) => {
  const problem = problemWith(req.body);
  if (problem) return fail(res, 400, 'BadRequest', problem);
  Object.assign(req.action, pick(req.body), { lastActionDateTime: new Date().toISOString() });
  if (req.body.errorInfo) req.action.errorInfo = req.body.errorInfo;
  if (req.body.status) setStatus(req.action, req.body.status, req.caller);
  res.json(req.action);
});

router.post('/:id/cancelSecurityAction', mayWrite, find, (req, res) => {
  setStatus(req.action, 'Failed', req.caller);
  res.status(204).end();
});

const app = express();
app.use(express.json());
app.use('/beta/security/securityActions', authenticate, router);

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/beta`);
});
