import { operations } from '../../../generated/requirements.js';
import type { Difference, Wrap } from '../server/difference.js';
import { rejectWith } from '../server/reject-with.js';
import { editHeaders, editRequest, on, rebuilt, respondInstead, wraps } from '../server/wire.js';
import { variant } from '../variant.js';

const options = ['top', 'skip', 'count', 'select', 'orderby', 'filter'];

const isOneOf = (names: readonly string[]) => (name: string) => names.includes(name.toLowerCase().replace(/^\$/, ''));

/** Query options that are not supported and are ignored. */
export function ignoring(...names: readonly string[]): Difference {
  return {
    fetch: editRequest(on(['list', 'get']), (request) => {
      const url = new URL(request.url);
      for (const name of [...url.searchParams.keys()].filter(isOneOf(names))) url.searchParams.delete(name);
      return new Request(url, request);
    }),
  };
}

/** Query options that are not supported and are rejected with this status. */
function rejecting(status: 400 | 501, ...names: readonly string[]): Difference {
  return {
    fetch: respondInstead(
      ({ operation, request }) =>
        (operation === 'list' || operation === 'get') &&
        request.headers.get('authorization')?.startsWith('Bearer ey') === true &&
        [...new URL(request.url).searchParams.keys()].some(isOneOf(names)),
      rejectWith(status),
    ),
  };
}

const withoutTags: Difference = {
  fetch: wraps(
    editHeaders(on('any'), (headers) => headers.delete('etag')),
    editRequest(on(['update', 'cancel']), (request) => {
      const headers = new Headers(request.headers);
      headers.delete('if-match');
      return new Request(request, { headers });
    }),
  ),
};

/** Moves the tag of an entity from the header into the body. */
const tagsInBodies: Wrap = (inner) => async (request) => {
  const response = await inner(request);
  const tag = response.headers.get('etag');
  const text = await response.text();
  if (tag === null || !text.startsWith('{')) return rebuilt(response, { text });
  const headers = new Headers(response.headers);
  headers.delete('etag');
  return rebuilt(response, { headers, text: JSON.stringify({ ...JSON.parse(text), '@odata.etag': tag }) });
};

/** PATCH is not supported; a caller that sends no token of the issuer gets 401 as for every other method. */
function withoutUpdate(status: 404 | 501): Difference {
  return {
    fetch: respondInstead(
      ({ operation, request }) =>
        operation === 'update' && request.headers.get('authorization')?.startsWith('Bearer ey') === true,
      rejectWith(status),
    ),
  };
}

export const variants = [
  variant('every query option is ignored', 'options', ignoring(...options)),
  variant('every query option is rejected with 400', 'options', rejecting(400, ...options)),
  variant('every query option is rejected with 501', 'options', rejecting(501, ...options)),
  ...options.map((option) => variant(`$${option} is ignored`, 'options', ignoring(option))),
  ...options.map((option) => variant(`$${option} is rejected`, 'options', rejecting(option < 'm' ? 400 : 501, option))),
  ...options.map((option) =>
    variant(`$${option} is the only query option`, 'options', ignoring(...options.filter((other) => other !== option))),
  ),
  ...options.map((option) =>
    variant(
      `$${option} is the only query option that is not rejected`,
      'options',
      rejecting(400, ...options.filter((other) => other !== option)),
    ),
  ),
  variant('only status can be filtered', 'options', {
    fetch: respondInstead(
      ({ operation, request }) =>
        operation === 'list' &&
        /clientContext|actionReason/.test(new URL(request.url).searchParams.get('$filter') ?? ''),
      rejectWith(400),
    ),
  }),
  variant('only createdDateTime can be sorted', 'options', {
    fetch: respondInstead(
      ({ operation, request }) =>
        operation === 'list' && /actionReason/.test(new URL(request.url).searchParams.get('$orderby') ?? ''),
      rejectWith(400),
    ),
  }),
  variant('update is not supported and gets 405', 'update', {
    behaviour: (right) => ({
      allowedMethods: (resource) => right.allowedMethods(resource).filter((method) => method !== 'PATCH'),
    }),
  }),
  variant('update is not supported and gets 404', ['update', 'tokens'], withoutUpdate(404)),
  variant('update is not supported and gets 501', ['update', 'tokens'], withoutUpdate(501)),
  variant('there are no entity tags', 'tags', withoutTags),
  variant('entity tags are only in the body', 'tags', {
    fetch: tagsInBodies,
  }),
  variant('a name is required', 'names', { options: { namesRequired: true } }),
  variant('only one vendor is accepted', 'vendors', {
    options: { vendors: [{ vendor: 'Contoso', provider: 'Contoso Firewall' }] },
    routing: { vendor: 'Contoso', provider: 'Contoso Firewall' },
  }),
  variant('only one vendor and one action are accepted', 'vendors', {
    options: { vendors: [{ vendor: 'Contoso', provider: 'Contoso Firewall' }], namesRequired: true },
    routing: { vendor: 'Contoso', provider: 'Contoso Firewall', actionName: 'blockAddress' },
  }),
  variant('delegated callers are accepted', 'delegated', {
    behaviour: (right) => ({
      authorize: (caller, operation) => {
        const roles = caller.scopes.filter((scope) => scope.startsWith('SecurityActions.'));
        right.authorize(
          roles.length > 0 && operations.includes(operation) ? { ...caller, roles, scopes: [] } : caller,
          operation,
        );
      },
    }),
    declared: { lacks: ['application-only'] },
  }),
];
