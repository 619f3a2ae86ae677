import type { Wrap } from '../server/difference.js';
import { editActions, editError, editJson, editRequest, on, wraps } from '../server/wire.js';

const entry = {
  appId: '11111111-0000-4000-8000-000000000000',
  status: 'NotStarted',
  updatedDateTime: '2026-01-01T00:00:00Z',
  user: null,
};
const history = Array.from({ length: 10_000 }, () => entry);
const properties = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x${at}`, at]));

/** Every action has these members, too. */
const having = (members: Readonly<Record<string, unknown>>): Wrap =>
  editActions(on('any'), (action) => ({ ...action, ...members }));

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

const link = '@odata.nextLink';
const longOption = `&long=${'l'.repeat(50_000)}`;

/** Actions, pages and errors of the reference that are larger than any program expects. */
export const largeActions: Readonly<Record<string, Wrap>> = {
  'histories of 10,000 entries': editActions(on('any'), ({ states, ...action }) => ({
    ...action,
    states: [...history, ...(Array.isArray(states) ? states : [])],
  })),
  '10,000 unknown properties on each action': having(properties),
  '400 levels in an unknown property': having({ extension: nested(400) }),
  '2,000 levels in an unknown property': having({ extension: nested(2_000) }),
  'error messages of 1 MB': editError(on('any', 'rejection'), (error) => ({
    ...error,
    message: 'm'.repeat(1_000_000),
  })),
  'next links of 50 kB': wraps(
    editRequest(on('list'), (request) => new Request(request.url.replace(longOption, ''), request)),
    editJson(on('list', 200), (body) => (link in body ? { ...body, [link]: `${body[link]}${longOption}` } : body)),
  ),
};
