// securityActions in Express, corrected until the kit passed it.
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import express from 'express';
import { importSPKI, jwtVerify } from 'jose';
import { problemWith, toUtc, writableOnCreate, writableOnUpdate } from './properties.mjs';

const key = await importSPKI(process.env.TOKEN_PUBLIC_KEY, 'ES256');
const statuses = ['NotStarted', 'Running', 'Completed', 'Failed'];
const isFinal = (status) => status === 'Completed' || status === 'Failed';

/** All actions by id, in the order of creation. */
const actions = new Map();

class Rejection extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, { status, code });
  }
}

function correlate(req, res, next) {
  res.set('request-id', randomUUID());
  const sent = req.get('client-request-id');
  if (sent) res.set('client-request-id', sent);
  next();
}

async function authenticate(req, res, next) {
  const [, token] = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  try {
    if (!token) throw new Error('The access token is missing.');
    const { payload } = await jwtVerify(token, key, { audience: process.env.TOKEN_AUDIENCE });
    req.caller = { appId: payload.appid, tenant: payload.tid, roles: payload.roles ?? [], delegated: 'scp' in payload };
  } catch (error) {
    res.set('WWW-Authenticate', 'Bearer realm="securityActions"');
    throw new Rejection(401, 'InvalidAuthenticationToken', error.message);
  }
  next();
}

const allow =
  (...roles) =>
  (req, _res, next) => {
    const { caller } = req;
    if (caller.delegated) throw new Rejection(403, 'Forbidden', 'Only application permissions are supported.');
    if (!roles.some((role) => caller.roles.includes(role))) {
      throw new Rejection(403, 'Forbidden', `Requires ${roles.join(' or ')}.`);
    }
    next();
  };

const mayRead = allow('SecurityActions.Read.All', 'SecurityActions.ReadWrite.All');
const mayWrite = allow('SecurityActions.ReadWrite.All');

const parse = express.json({
  limit: '1mb',
  verify(_req, _res, bytes) {
    if (!isUtf8(bytes)) throw new Rejection(400, 'BadRequest', 'The body is not UTF-8.');
  },
});

function requireObject(req, _res, next) {
  if (req.body === undefined && !req.is('application/json')) {
    throw new Rejection(415, 'UnsupportedMediaType', 'Send application/json.');
  }
  if (typeof req.body !== 'object' || req.body === null || Array.isArray(req.body)) {
    throw new Rejection(400, 'BadRequest', 'The body must be a JSON object.');
  }
  const problem = problemWith(req.body);
  if (problem) throw new Rejection(400, 'BadRequest', problem);
  next();
}

function find(req, _res, next) {
  req.action = actions.get(req.params.id);
  if (req.action?.azureTenantId !== req.caller.tenant) {
    throw new Rejection(404, 'ResourceNotFound', `There is no action ${req.params.id}.`);
  }
  next();
}

const pick = (body, names) =>
  Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));

/** The present time, or a millisecond after the last change of the action, so that every change is seen to be later. */
const laterThan = (action) => new Date(Math.max(Date.now(), Date.parse(action.lastActionDateTime) + 1)).toISOString();

function moveTo(action, status, caller, now) {
  if (status === action.status) return;
  action.status = status;
  action.states.push({ appId: caller.appId, user: null, status, updatedDateTime: now });
  if (!isFinal(status)) return;
  action.completedDateTime ??= now;
  if (status === 'Failed') action.errorInfo ??= { code: 0, subcode: 0, message: 'The action failed.' };
}

const router = express.Router();

router
  .route('/')
  .get(mayRead, (req, res) => {
    res.json({ value: [...actions.values()].filter((action) => action.azureTenantId === req.caller.tenant) });
  })
  .post(mayWrite, parse, requireObject, (req, res) => {
    if (!req.body.parameters) throw new Rejection(400, 'BadRequest', 'parameters is required.');
    const now = new Date().toISOString();
    const action = {
      '@odata.type': '#microsoft.graph.securityAction',
      actionReason: null,
      clientContext: null,
      name: null,
      vendorInformation: null,
      ...pick(req.body, writableOnCreate),
      id: randomUUID(),
      appId: req.caller.appId,
      azureTenantId: req.caller.tenant,
      user: null,
      status: 'NotStarted',
      createdDateTime: now,
      lastActionDateTime: now,
      completedDateTime: null,
      errorInfo: null,
      states: [{ appId: req.caller.appId, user: null, status: 'NotStarted', updatedDateTime: now }],
    };
    actions.set(action.id, action);
    res
      .status(201)
      .location(`${req.protocol}://${req.get('host')}${req.baseUrl}/${action.id}`)
      .json(action);
  })
  .all(notAllowed('GET, POST'));

router
  .route('/:id')
  .get(mayRead, find, (req, res) => {
    res.json(req.action);
  })
  .patch(mayWrite, parse, requireObject, find, (req, res) => {
    const { action, body } = req;
    const status = body.status ?? action.status;
    const backward = statuses.indexOf(status) < statuses.indexOf(action.status);
    if (backward || (isFinal(action.status) && status !== action.status)) {
      throw new Rejection(409, 'Conflict', `An action cannot change from ${action.status} to ${status}.`);
    }
    const now = laterThan(action);
    const { vendorInformation, ...changes } = pick(body, writableOnUpdate);
    Object.assign(action, changes, { lastActionDateTime: now });
    if (vendorInformation !== undefined) {
      action.vendorInformation = vendorInformation && { ...action.vendorInformation, ...vendorInformation };
    }
    if (changes.completedDateTime) action.completedDateTime = toUtc(changes.completedDateTime);
    moveTo(action, status, req.caller, now);
    res.json(action);
  })
  .all(notAllowed('GET, PATCH'));

router
  .route('/:id/cancelSecurityAction')
  .post(mayWrite, find, (req, res) => {
    const { action } = req;
    if (!isFinal(action.status)) {
      const now = laterThan(action);
      action.errorInfo = { code: 0, subcode: 0, message: 'The action was cancelled.' };
      moveTo(action, 'Failed', req.caller, now);
      action.lastActionDateTime = now;
    }
    res.status(204).end();
  })
  .all(notAllowed('POST'));

function notAllowed(methods) {
  return (req, res) => {
    res.set('Allow', methods);
    throw new Rejection(405, 'MethodNotAllowed', `${req.method} is not allowed here.`);
  };
}

const app = express();
app.disable('x-powered-by');
app.use(correlate);
app.use('/beta/security/securityActions', authenticate, router);
app.use((req) => {
  throw new Rejection(404, 'ResourceNotFound', `There is nothing at ${req.path}.`);
});
app.use((error, _req, res, _next) => {
  const status = error.status ?? 500;
  const message = status < 500 ? error.message : 'An internal error occurred.';
  res
    .status(status)
    .json({ error: { code: error.code ?? (status < 500 ? 'BadRequest' : 'InternalServerError'), message } });
});

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/beta`);
});
