import type { MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import { editHeaders, editJson, editStatus, type Json, on, type When } from '../wire.js';
import { pairsIn, refuses } from './_create.js';

/** Creates that are answered with 201. */
const made: When = on('create', 201);

/** The same, as far as the bodies say nothing of a vendor: the rare case that an implementer did not try. */
function answersWithoutVendor(edit: (body: Json) => unknown): MakesDifference {
  return { fetch: editJson(made, (body) => (body.vendorInformation === null ? edit(body) : body)) };
}

export const slips = [
  slip('CREATE-1', 'a create is answered with 200', { fetch: editStatus(made, 200) }, { relatives: ['HTTP-17'] }),
  slip(
    'CREATE-1',
    'a create for a version of a provider is answered with 202',
    {
      behaviour: (right) => ({
        created: (shown, preferences) => {
          const version = (shown.entity.vendorInformation as Json | null)?.providerVersion ?? null;
          return { ...right.created(shown, preferences), ...(version !== null && { status: 202 }) };
        },
      }),
    },
    { relatives: ['HTTP-17'] },
  ),
  slip(
    'CREATE-1',
    'more than ten pairs are refused',
    refuses((body) => pairsIn(body).length > 10),
    { relatives: ['CREATE-12'] },
  ),
  slip(
    'CREATE-2',
    'the new action is wrapped in `value`',
    { fetch: editJson(made, (body) => ({ value: body })) },
    { relatives: ['CREATE-4'] },
  ),
  slip(
    'CREATE-2',
    'without a vendor the answer repeats the request',
    answersWithoutVendor(({ parameters }) => ({ parameters })),
    { relatives: ['CREATE-4'] },
  ),
  slip(
    'CREATE-2',
    'without a vendor the answer is a list of one',
    answersWithoutVendor((body) => [body]),
    { relatives: ['CREATE-4'] },
  ),
  slip(
    'CREATE-3',
    'a new action is sent as text/plain',
    {
      fetch: editHeaders(made, (headers) => headers.set('content-type', 'text/plain; charset=utf-8')),
    },
    { relatives: ['HTTP-5', 'HTTP-17'] },
  ),
  slip(
    'CREATE-3',
    'a new action is sent as application/json5',
    {
      fetch: editHeaders(made, (headers) => headers.set('content-type', 'application/json5')),
    },
    { relatives: ['HTTP-5', 'HTTP-17'] },
  ),
  slip(
    'CREATE-3',
    'a new action is sent without a content type',
    {
      fetch: editHeaders(made, (headers) => headers.delete('content-type')),
    },
    { relatives: ['HTTP-5', 'HTTP-17'] },
  ),
  slip(
    'CREATE-4',
    'without a vendor the id is left out',
    answersWithoutVendor(({ id: _, ...body }) => body),
  ),
  slip(
    'CREATE-4',
    'without a vendor the id is not known yet, and empty',
    answersWithoutVendor((body) => ({ ...body, id: '' })),
  ),
  slip(
    'CREATE-4',
    'without a vendor the id is a number',
    answersWithoutVendor((body) => ({ ...body, id: 4711 })),
  ),
  slip('CREATE-8', 'a new action has no Location', {
    fetch: editHeaders(made, (headers) => headers.delete('location')),
  }),
  slip('CREATE-8', 'Location names the collection', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/[^/]*$/, '')),
    ),
  }),
  slip('CREATE-8', 'Location forgets the base path', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace('/beta/', '/')),
    ),
  }),
  slip('CREATE-8', 'Location is the key in parentheses, which no route knows', {
    fetch: editHeaders(made, (headers) =>
      headers.set('location', String(headers.get('location')).replace(/\/([^/]*)$/, "('$1')")),
    ),
  }),
  slip(
    'CREATE-50',
    'return=minimal is answered with 200 and nothing',
    {
      behaviour: (right) => ({
        created: (shown, preferences) =>
          preferences.return === 'minimal' ? { status: 200 } : right.created(shown, preferences),
      }),
    },
    { relatives: ['HTTP-17'] },
  ),
  slip('CREATE-50', 'return=minimal is answered without saying where the action is', {
    fetch: editHeaders(on('create', 204), (headers) => {
      headers.delete('location');
      headers.delete('odata-entityid');
    }),
  }),
];
