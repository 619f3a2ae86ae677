import { Rejection } from '../../reference/rejection.js';
import type { Difference } from '../server/difference.js';
import { editError, editHeaders, editJson, editStatus, on } from '../server/wire.js';
import { variant } from '../variant.js';

const rejections = on('any', 'rejection');

/** A request for an action of another tenant is rejected with 403 instead of 404. */
function forbidsNeighbours(): Difference {
  const known = new Set<string>();
  return {
    behaviour: (right) => ({
      save: (collection, action, operation) => {
        known.add(action.id);
        return right.save(collection, action, operation);
      },
      lookUp: (collection, id, operation) => {
        const version = right.lookUp(collection, id, operation);
        if (!version && known.has(id)) throw new Rejection(403, 'The action belongs to another tenant.');
        return version;
      },
    }),
  };
}

export const variants = [
  variant('an invalid body is rejected with 422', 'invalid body', {
    fetch: editStatus(on(['create', 'update'], 400), 422),
  }),
  variant('a body that the schema rejects is rejected with 422', 'invalid body', {
    behaviour: (right) => ({
      validateCreate: (body) => unprocessable(() => right.validateCreate(body)),
      validateUpdate: (body) => unprocessable(() => right.validateUpdate(body)),
    }),
  }),
  variant('every invalid request is rejected with 422', ['invalid body', 'unknown option'], {
    fetch: editStatus(on('any', 400), 422),
  }),
  variant('another media type is rejected with 400', 'media type', { fetch: editStatus(on('any', 415), 400) }),
  variant('a forbidden transition is rejected with 400', 'forbidden transition', {
    fetch: editStatus(on('update', 409), 400),
  }),
  variant('another tenant gets 403', 'neighbour', forbidsNeighbours),
  variant('the inner error is called innererror', 'inner error', {
    fetch: editError(rejections, ({ innerError, ...error }) => ({ ...error, innererror: innerError })),
  }),
  variant('the inner error is called innerError and innererror', 'inner error', {
    fetch: editError(rejections, (error) => ({ ...error, innererror: error.innerError })),
  }),
  variant('there is no inner error', 'inner error', {
    fetch: editError(rejections, ({ innerError: _, ...error }) => error),
  }),
  variant(
    'the code is empty',
    'code',
    { fetch: editError(rejections, (error) => ({ ...error, code: '' })) },
    { doesNotFollow: ['ERROR-3'] },
  ),
  variant('every code is UnknownError', 'code', {
    fetch: editError(rejections, (error) => ({ ...error, code: 'UnknownError' })),
  }),
  variant('errors have details', 'details', {
    fetch: editError(rejections, (error) => ({
      ...error,
      target: 'body',
      details: [{ code: 'x', message: 'y', target: 'z' }],
    })),
  }),
  variant('errors have empty details', 'details', {
    fetch: editError(rejections, (error) => ({ ...error, details: [] })),
  }),
  variant('messages are in Russian and Chinese', 'message', {
    fetch: editError(rejections, (error) => ({ ...error, message: 'Запрос отклонён. 請求被拒絕。' })),
  }),
  variant('the error envelope has an additional member', 'envelope', {
    fetch: editJson(rejections, (body) => ({ trace: 'a1', ...body })),
  }),
  variant('WWW-Authenticate has parameters', 'challenge', {
    fetch: editHeaders(on('any', 401), (headers) =>
      headers.set('www-authenticate', 'Bearer authorization_uri="https://login.example/common", client_id="0"'),
    ),
  }),
  variant(
    'a 401 has no WWW-Authenticate',
    'challenge',
    { fetch: editHeaders(on('any', 401), (headers) => headers.delete('www-authenticate')) },
    { doesNotFollow: ['AUTH-3'] },
  ),
  variant(
    'an unknown $ option is rejected with 501',
    'unknown option',
    unknownOption(() => {
      throw new Rejection(501, 'The query option is not supported.');
    }),
  ),
  variant(
    'an unknown $ option is ignored',
    'unknown option',
    unknownOption((known) => known),
  ),
];

function unprocessable<T>(validate: () => T): T {
  try {
    return validate();
  } catch (error) {
    throw error instanceof Rejection ? new Rejection(422, error.message, { details: error.details }) : error;
  }
}

const options = /^\$?(top|skip|count|select|orderby|filter|skiptoken)$/i;

/** Calls `handle` with the known query options of a request that also has unknown ones. */
function unknownOption(handle: (known: URLSearchParams) => URLSearchParams): Difference {
  const known = (all: URLSearchParams) => {
    const rest = [...all].filter(([name]) => !name.startsWith('$') || options.test(name));
    return rest.length === all.size ? all : handle(new URLSearchParams(rest));
  };
  return {
    behaviour: (right) => ({
      parseListQuery: (parameters) => right.parseListQuery(known(parameters)),
      parseItemQuery: (parameters) => right.parseItemQuery(known(parameters)),
    }),
  };
}
