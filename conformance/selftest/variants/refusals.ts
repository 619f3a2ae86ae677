import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';
import { editError, editHeaders, editJson, editStatus, on } from '../server/wire.js';

const refusals = on('any', 'refusal');

/** Another tenant's action is forbidden, not absent. */
function forbidden(): Difference {
  const known = new Set<string>();
  return {
    behaviour: (right) => ({
      save: (collection, action, operation) => {
        known.add(action.id);
        return right.save(collection, action, operation);
      },
      lookUp: (collection, id, operation) => {
        const version = right.lookUp(collection, id, operation);
        if (!version && known.has(id)) throw new Refusal(403, 'This action is out of reach.');
        return version;
      },
    }),
  };
}

export const variants = [
  variant('an invalid body is refused with 422', 'invalid body', {
    fetch: editStatus(on(['create', 'update'], 400), 422),
  }),
  variant('only what a schema refuses is refused with 422', 'invalid body', {
    behaviour: (right) => ({
      validateCreate: (body) => unprocessable(() => right.validateCreate(body)),
      validateUpdate: (body) => unprocessable(() => right.validateUpdate(body)),
    }),
  }),
  variant('another media type is refused with 400', 'media type', { fetch: editStatus(on('any', 415), 400) }),
  variant('an unlawful step is refused with 400', 'unlawful step', { fetch: editStatus(on('update', 409), 400) }),
  variant('a neighbour is refused with 403', 'neighbour', forbidden),
  variant('the inner error is spelled innererror', 'inner error', {
    fetch: editError(refusals, ({ innerError, ...error }) => ({ ...error, innererror: innerError })),
  }),
  variant('the inner error is spelled both ways', 'inner error', {
    fetch: editError(refusals, (error) => ({ ...error, innererror: error.innerError })),
  }),
  variant('there is no inner error', 'inner error', {
    fetch: editError(refusals, ({ innerError: _, ...error }) => error),
  }),
  variant(
    'the code is empty',
    'code',
    { fetch: editError(refusals, (error) => ({ ...error, code: '' })) },
    { givesUp: ['ERROR-3'] },
  ),
  variant('codes are of another vocabulary', 'code', {
    fetch: editError(refusals, (error) => ({ ...error, code: 'UnknownError' })),
  }),
  variant('errors have details', 'details', {
    fetch: editError(refusals, (error) => ({
      ...error,
      target: 'body',
      details: [{ code: 'x', message: 'y', target: 'z' }],
    })),
  }),
  variant('errors have empty details', 'details', {
    fetch: editError(refusals, (error) => ({ ...error, details: [] })),
  }),
  variant('messages are in another language', 'message', {
    fetch: editError(refusals, (error) => ({ ...error, message: 'Запрос отклонён. 請求被拒絕。' })),
  }),
  variant('the envelope has more members', 'envelope', {
    fetch: editJson(refusals, (body) => ({ trace: 'a1', ...body })),
  }),
  variant('the challenge names where to log in', 'challenge', {
    fetch: editHeaders(on('any', 401), (headers) =>
      headers.set('www-authenticate', 'Bearer authorization_uri="https://login.example/common", client_id="0"'),
    ),
  }),
  variant(
    'there is no challenge',
    'challenge',
    { fetch: editHeaders(on('any', 401), (headers) => headers.delete('www-authenticate')) },
    { givesUp: ['AUTH-3'] },
  ),
  variant(
    'an unknown $option is refused with 501',
    'unknown option',
    unknownOption(() => {
      throw new Refusal(501, 'The service does not know this option.');
    }),
  ),
  variant(
    'an unknown $option is ignored',
    'unknown option',
    unknownOption((known) => known),
  ),
];

function unprocessable<T>(validate: () => T): T {
  try {
    return validate();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(422, error.message, { details: error.details }) : error;
  }
}

const options = /^\$?(top|skip|count|select|orderby|filter|skiptoken)$/i;

/** What becomes of the query options that nobody knows. */
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
