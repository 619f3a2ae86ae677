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
 * Every decision of the reference that an implementer could get wrong, each a small function that can be replaced by itself:
 * `createReference({ behaviour: { transition: … } })`. Decisions that rest on another one are handed it, so that a replacement is
 * seen by all who ask.
 */
export const referenceBehaviour = {
  // Who sends the request, and what they may do.
  verifyToken,
  isCurrent,
  authorize,

  // What the request says.
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

  // What is there, and what it becomes.
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

  // What a list shows.
  arrange,
  selectPage,
  nextLink,

  // What the response says.
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

/** The decisions of a reference. */
export type Behaviour = Readonly<typeof referenceBehaviour>;
