import { expect, test } from 'vitest';
import { type FeatureId, features, requirements } from '../../../../generated/requirements.js';
import { createReference, type ReferenceOptions } from '../../../reference/index.js';
import type { FetchHandler } from '../../http/transport/handler.js';
import { json, quick, targetOf, worldOn } from '../../testing.js';
import { drawFrom } from '../draw.js';
import { type FeatureFinding, featureIds, notApplicable } from '../profile.js';
import { featureTexts } from './feature-texts.js';
import { featureProbes } from './features.js';
import { firstContact } from './first-contact.js';
import { initialProfile } from './probe.js';

type Wrap = (inner: FetchHandler) => FetchHandler;

/** The finding of one probe on a reference, and the requests that the probe sends. */
async function probed(id: FeatureId, settings: ReferenceOptions = {}, wrap: Wrap = (inner) => inner) {
  const { fetch, tokens } = createReference(settings);
  const target = targetOf(wrap(fetch), { tokens: await tokens.mintAll() });
  const world = worldOn(target, { options: quick({ settleMs: 500 }) });
  const contact = await firstContact(world, target, true, drawFrom(1, 'test'));
  const before = world.exchanges.length;
  const finding = await featureProbes(world, contact)[id]();
  const sent = world.exchanges.slice(before).map(({ request }) => {
    const { search } = new URL(request.url);
    return `${request.method} ${decodeURIComponent(search) || (request.body ?? '')}`;
  });
  return { finding, sent };
}

const withoutQuery: Wrap = (inner) => (request) => {
  const { search } = new URL(request.url);
  return inner(search ? new Request(request.url.replace(search, ''), request) : request);
};
const respondingTo =
  (selects: (request: Request) => boolean, status: number): Wrap =>
  (inner) =>
  (request) =>
    selects(request) ? json(status, { error: {} }) : inner(request);
const isPatch = ({ method }: Request) => method === 'PATCH';
const hasQuery = ({ url }: Request) => new URL(url).search !== '';
const withoutTag: Wrap = (inner) => async (request) => {
  const response = await inner(request);
  response.headers.delete('etag');
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null) Reflect.deleteProperty(body, '@odata.etag');
  return Response.json(body, { status: response.status, headers: response.headers });
};
const vendors = [{ vendor: 'Example Security', provider: 'Example Provider' }];

/** The request of each probe, the text when it finds support, a target that does not support the feature, and the text then. */
const probes: Readonly<Record<FeatureId, readonly [RegExp | undefined, string, ReferenceOptions, Wrap, string]>> = {
  update: [
    /^PATCH .*actionReason/,
    'PATCH was not rejected (200)',
    {},
    respondingTo(isPatch, 405),
    'PATCH was rejected (405)',
  ],
  top: [
    /^GET \?\$top=1$/,
    'the list was shorter than without the option ($top=1)',
    {},
    withoutQuery,
    'no list was shorter than without the option',
  ],
  skip: [
    /^GET \?\$skip=1$/,
    'the list did not begin with the first element ($skip=1)',
    {},
    withoutQuery,
    'no list began after the first element',
  ],
  count: [
    /^GET \?\$count=true$/,
    'the list had an `@odata.count` ($count=true)',
    {},
    withoutQuery,
    'no list had an `@odata.count`',
  ],
  select: [
    /^GET \?\$select=id$/,
    'unselected properties were left out ($select=id)',
    {},
    withoutQuery,
    'unselected properties were not left out',
  ],
  orderby: [
    /^GET \?\$orderby=createdDateTime desc$/,
    'the order of the list changed ($orderby=createdDateTime desc)',
    {},
    withoutQuery,
    'the order of the list did not change',
  ],
  filter: [
    /^GET \?\$filter=clientContext eq '.+'$/,
    expect.stringMatching(/^the list left out actions that do not match \(\$filter=clientContext eq '.+'\)$/) as string,
    {},
    withoutQuery,
    'the list left out no actions',
  ],
  etag: [
    /^PATCH \{"actionReason":"Probe /,
    'a get returned an ETag, and a PATCH with another tag was rejected',
    {},
    withoutTag,
    'a get returned no ETag',
  ],
  'application-only': [undefined, featureTexts['application-only'].supported, {}, (inner) => inner, ''],
  vendors: [
    /^POST .*Unknown/,
    'an unknown vendor or provider was rejected (400)',
    { vendors },
    (inner) => inner,
    'an unknown vendor or provider was not rejected (201)',
  ],
  'names-required': [
    /^POST \{"parameters":\[[^\]]*\]\}$/,
    'a create with only `parameters` was rejected (400)',
    { namesRequired: true },
    (inner) => inner,
    'a create with only `parameters` was not rejected (201)',
  ],
};

const cases = featureIds.map((id) => ({ id, found: features[id].found }));

test.each(cases)('$id is supported: $found', async ({ id }) => {
  const [request, how, settings] = probes[id];
  const { finding, sent } = await probed(id, settings);
  expect(finding).toMatchObject({ offered: true, how });
  if (request === undefined) expect(sent).toEqual([]);
  else expect(sent).toContainEqual(expect.stringMatching(request));
});

test.each(cases.filter(({ id }) => id !== 'application-only'))(
  '$id is not supported by a target without it',
  async ({ id }) => {
    const [, , , wrap, how] = probes[id];
    expect((await probed(id, {}, wrap)).finding).toEqual({ offered: false, how });
  },
);

test.each(['top', 'skip', 'count', 'select', 'orderby', 'filter'] as const)(
  '%s: a rejected list means no support, and a server error means support',
  async (id) => {
    const after = async (status: number) => (await probed(id, {}, respondingTo(hasQuery, status))).finding;
    const [rejected, unimplemented, failed]: FeatureFinding[] = [await after(400), await after(501), await after(500)];
    expect(rejected).toEqual({ offered: false, how: 'the list responded with 400' });
    expect(unimplemented).toEqual({ offered: false, how: 'the list responded with 501' });
    expect(failed).toEqual({ offered: true, how: 'the list responded with 500' });
  },
);

test('the reason of a requirement that does not apply names the feature and what the probe found', () => {
  const profile = initialProfile(targetOf(() => json(200)));
  const filter = { offered: false, how: featureTexts.filter.notSupported };
  const requirement = Object.values(requirements).find(({ needs }) => needs.length === 1 && needs[0] === 'filter');
  if (!requirement) throw new Error('expected a requirement that needs only the filter');
  expect(notApplicable(requirement, { ...profile, features: { ...profile.features, filter } })).toEqual({
    kind: 'feature',
    detail: '`$filter` not supported: the list left out no actions',
  });
});

const oneSignOnly: Readonly<Record<string, readonly [FeatureId, (search: URLSearchParams) => void]>> = {
  '$top that is off by one': [
    'top',
    (query) => query.has('$top') && query.set('$top', `${Number(query.get('$top')) + 1}`),
  ],
  '$top=1 ignored': ['top', (query) => query.get('$top') === '1' && query.delete('$top')],
  '$skip only beside $top': ['skip', (query) => !query.has('$top') && query.delete('$skip')],
  '$count only beside $top': ['count', (query) => !query.has('$top') && query.delete('$count')],
  '$select=id ignored': ['select', (query) => query.get('$select') === 'id' && query.delete('$select')],
  'order by creation ignored': [
    'orderby',
    (query) => query.get('$orderby')?.startsWith('c') && query.delete('$orderby'),
  ],
  'descending order ignored': [
    'orderby',
    (query) => query.get('$orderby')?.endsWith(' desc') && query.delete('$orderby'),
  ],
  'filter by context ignored': ['filter', (query) => query.get('$filter')?.startsWith('c') && query.delete('$filter')],
};

test.each(Object.entries(oneSignOnly))(
  'a feature that works only sometimes is supported: %s',
  async (_, [id, edit]) => {
    const wrap: Wrap = (inner) => (request) => {
      const url = new URL(request.url);
      edit(url.searchParams);
      return inner(new Request(url, request));
    };
    expect((await probed(id, {}, wrap)).finding).toMatchObject({ offered: true });
  },
);

test.each(['top', 'skip', 'count', 'select', 'orderby', 'filter'] as const)(
  '%s: a list of one constant element supports nothing',
  async (id) => {
    const wrap: Wrap = (inner) => async (request) =>
      new URL(request.url).pathname.endsWith('securityActions') && request.method === 'GET'
        ? json(200, { '@odata.count': 1, value: [{ id: 'constant' }] })
        : inner(request);
    expect((await probed(id, {}, wrap)).finding).toMatchObject({ offered: false, unclear: true });
  },
);

const isList = ({ url, method }: Request) => method === 'GET' && new URL(url).pathname.endsWith('securityActions');

test.each(['top', 'skip', 'filter', 'orderby'] as const)(
  '%s: a server for which each unknown option is a comparison with a property supports nothing',
  async (id) => {
    const wrap: Wrap = (inner) => (request) =>
      isList(request) && hasQuery(request) ? json(200, { value: [] }) : inner(request);
    expect((await probed(id, {}, wrap)).finding).toMatchObject({ offered: false });
  },
);

test.each(['top', 'count'] as const)('%s: a list of made-up actions shows nothing about an option', async (id) => {
  const wrap: Wrap = (inner) => (request) =>
    request.method === 'POST' ? json(201, { id: 'always the same' }) : inner(request);
  expect((await probed(id, {}, wrap)).finding).toMatchObject({ offered: false, unclear: true });
});

test('a get that fails shows nothing about entity tags', async () => {
  const wrap: Wrap = (inner) => (request) =>
    request.method === 'GET' && !isList(request) ? json(500, { error: {} }) : inner(request);
  const { finding } = await probed('etag', {}, wrap);
  expect(finding).toMatchObject({ unclear: true, how: 'not probed, because a get of a new action responded with 500' });
});

test('PATCH that responds with 404 to an action that a get shows is not supported, and the text names the option', async () => {
  const { finding } = await probed('update', {}, respondingTo(isPatch, 404));
  expect(finding.offered).toBe(false);
  expect(finding.how).toMatch(/--lacks update/);
});

test('PATCH that responds with 404 is not supported either where a get responds with 206', async () => {
  const wrap: Wrap = (inner) => async (request) => {
    if (isPatch(request)) return json(404, { error: {} });
    const { status, body, headers } = await inner(request);
    return new Response(body, { status: status === 200 ? 206 : status, headers });
  };
  expect((await probed('update', {}, wrap)).finding.offered).toBe(false);
});
