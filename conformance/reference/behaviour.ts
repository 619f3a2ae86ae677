import { advance } from './action/advance.js';
import { cancel } from './action/cancel.js';
import { newAction } from './action/create.js';
import { stamp } from './action/instant.js';
import { present } from './action/present.js';
import { transition } from './action/transition.js';
import { applyPatch } from './action/update.js';
import { authorize } from './identity/authorize.js';
import { isCurrent, verifyToken } from './identity/tokens.js';
import { nextLink } from './list/next-link.js';
import { arrange, selectPage } from './list/page.js';
import { parseItemQuery, parseListQuery } from './list/query.js';
import { checkMediaType, parseObject } from './protocol/body.js';
import { errorBody } from './protocol/errors.js';
import { checkPrecondition, etagOf } from './protocol/etag.js';
import { responseHeaders } from './protocol/headers.js';
import { negotiate } from './protocol/negotiate.js';
import { checkPath } from './protocol/path.js';
import { parsePreferences } from './protocol/preferences.js';
import { readNothing, readObject } from './protocol/read-body.js';
import { allowedMethods, collectionFor, lookUp, save } from './reach.js';
import { cancelled, created, found, listed, updated } from './replies.js';
import { checkNames, checkRoute, validateCreate, validateUpdate } from './validate.js';

/**
 * Every part of the reference that an implementer could get wrong, each a small function that can be replaced on its own:
 * `createReference({ behaviour: { transition: … } })`. A function that uses another one receives it as an argument, so that a
 * replacement takes effect everywhere.
 */
export const referenceBehaviour = {
  // Authentication and authorization.
  verifyToken,
  isCurrent,
  authorize,

  // Reading the request.
  allowedMethods,
  checkPath,
  negotiate,
  readObject,
  readNothing,
  checkMediaType,
  parseObject,
  validateCreate,
  validateUpdate,
  checkNames,
  checkRoute,
  parsePreferences,
  parseListQuery,
  parseItemQuery,

  // Stored actions and their changes.
  collectionFor,
  lookUp,
  save,
  checkPrecondition,
  newAction,
  stamp,
  transition,
  applyPatch,
  cancel,
  advance,

  // Lists and pages.
  arrange,
  selectPage,
  nextLink,

  // Building the response.
  present,
  etagOf,
  listed,
  created,
  found,
  updated,
  cancelled,
  errorBody,
  responseHeaders,
};

/** The functions that a reference consists of. */
export type Behaviour = Readonly<typeof referenceBehaviour>;
