import type { Operation } from '../../../generated/requirements.js';
import type { Difference, Wrap } from '../server/difference.js';
import { refused } from '../server/refused.js';
import { variant } from '../variant.js';
import { editHeaders, editRequest, instead, on, rebuilt, wraps } from '../server/wire.js';

const all = ['top', 'skip', 'count', 'select', 'orderby', 'filter'];

const named = (options: readonly string[]) => (name: string) => options.includes(name.toLowerCase().replace(/^\$/, ''));

/** Query options that are not offered, and not noticed. */
function ignored(...options: readonly string[]): Difference {
  return {
    fetch: editRequest(on(['list', 'get']), (request) => {
      const url = new URL(request.url);
      for (const name of [...url.searchParams.keys()].filter(named(options))) url.searchParams.delete(name);
      return new Request(url, request);
    }),
  };
}

/** Query options that are not offered, and refused. */
function refusing(status: 400 | 501, ...options: readonly string[]): Difference {
  return {
    fetch: instead(
      ({ operation, request }) =>
        (operation === 'list' || operation === 'get') &&
        request.headers.get('authorization')?.startsWith('Bearer ey') === true &&
        [...new URL(request.url).searchParams.keys()].some(named(options)),
      refused(status),
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

/** The tag of an entity moves from the header into the body. */
const tagsInBodies: Wrap = (inner) => async (request) => {
  const response = await inner(request);
  const tag = response.headers.get('etag');
  const text = await response.text();
  if (tag === null || !text.startsWith('{')) return rebuilt(response, { text });
  const headers = new Headers(response.headers);
  headers.delete('etag');
  return rebuilt(response, { headers, text: JSON.stringify({ ...JSON.parse(text), '@odata.etag': tag }) });
};

const everyone: readonly Operation[] = ['list', 'create', 'get', 'update', 'cancel'];

export const variants = [
  variant('no query option is noticed', 'options', ignored(...all)),
  variant('every query option is refused with 400', 'options', refusing(400, ...all)),
  variant('every query option is refused with 501', 'options', refusing(501, ...all)),
  ...all.map((option) => variant(`$${option} is not noticed`, 'options', ignored(option))),
  ...all.map((option) => variant(`$${option} is refused`, 'options', refusing(option < 'm' ? 400 : 501, option))),
  variant('update is not offered: 405', 'update', {
    behaviour: (right) => ({
      allowedMethods: (resource) => right.allowedMethods(resource).filter((method) => method !== 'PATCH'),
    }),
  }),
  variant('update is not offered: 501', 'update', {
    fetch: instead(
      ({ operation, request }) =>
        operation === 'update' && request.headers.get('authorization')?.startsWith('Bearer ey') === true,
      refused(501),
    ),
  }),
  variant('there are no entity tags', 'tags', withoutTags),
  variant('entity tags stand in the body alone', 'tags', {
    fetch: tagsInBodies,
  }),
  variant('names are required', 'names', { options: { namesRequired: true } }),
  variant('only one vendor is known', 'vendors', {
    options: { vendors: [{ vendor: 'Contoso', provider: 'Contoso Firewall' }] },
    routing: { vendor: 'Contoso', provider: 'Contoso Firewall' },
  }),
  variant('only one vendor is known, and only one action', 'vendors', {
    options: { vendors: [{ vendor: 'Contoso', provider: 'Contoso Firewall' }], namesRequired: true },
    routing: { vendor: 'Contoso', provider: 'Contoso Firewall', actionName: 'blockAddress' },
  }),
  variant('delegated callers are served', 'delegated', {
    behaviour: (right) => ({
      authorize: (caller, operation) => {
        const roles = caller.scopes.filter((scope) => scope.startsWith('SecurityActions.'));
        right.authorize(
          roles.length > 0 && everyone.includes(operation) ? { ...caller, roles, scopes: [] } : caller,
          operation,
        );
      },
    }),
    declared: { lacks: ['application-only'] },
  }),
];
