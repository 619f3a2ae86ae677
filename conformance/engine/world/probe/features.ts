import type { FeatureId } from '../../../../generated/requirements.js';
import { isObject, member, type Reply } from '../../evidence/reply.js';
import type { FeatureFinding } from '../profile.js';
import { elementsOf, type World } from '../world.js';
import type { FirstContact } from './first-contact.js';

/** Finds whether one feature is offered, given two actions that the probe made. */
type FeatureProbe = (world: World, contact: FirstContact) => Promise<FeatureFinding>;

/** How each feature is found. Lawful ways to lack one are to refuse it or to ignore it; reading 0040. */
export const featureProbes: Readonly<Record<FeatureId, FeatureProbe>> = {
  update: async (world, { created }) => {
    const id = idOf(created[1]);
    if (id === undefined) return offered('no action could be made to try it on');
    const { status } = await world.update(id, { actionReason: world.text('Probe') });
    return status === 405 || status === 501
      ? lacking(`PATCH was answered with ${status}`)
      : offered(`PATCH was answered with ${status}`);
  },
  top: (world) => option(world, { $top: '1' }, (elements) => elements.length === 1, 'more than one element came'),
  skip: async (world) => {
    const list = await world.list();
    const first = idsOf(list)[0];
    return option(
      world,
      { $skip: '1' },
      (elements) => first !== undefined && !elements.some(({ id }) => id === first),
      'the first element came all the same',
    );
  },
  count: async (world) => {
    const reply = await world.list({ query: { $count: 'true' } });
    if (!isRead(reply)) return notRead(reply);
    return member(reply.body, '@odata.count') === undefined
      ? lacking('no @odata.count came')
      : offered('an @odata.count came');
  },
  select: (world) =>
    option(
      world,
      { $select: 'id' },
      (elements) => elements.every((element) => !('parameters' in element)),
      'unselected members came',
    ),
  orderby: async (world, contact) => {
    await makeLater(world, contact);
    const ascending = await world.list({ query: { $orderby: 'createdDateTime' } });
    const descending = await world.list({ query: { $orderby: 'createdDateTime desc' } });
    const refused = [ascending, descending].find((reply) => !isRead(reply));
    if (refused) return notRead(refused);
    return idsOf(ascending)[0] === idsOf(descending)[0]
      ? lacking('it changed nothing')
      : offered('it changed the order');
  },
  filter: (world, { created }) => {
    const { exchange } = created[0] ?? {};
    const sent: unknown = JSON.parse(exchange?.request.body ?? 'null');
    const query = { $filter: `clientContext eq '${String(member(sent, 'clientContext'))}'` };
    return option(
      world,
      query,
      (elements) => elements.length === 1 && elements[0]?.id === idOf(created[0]),
      'other elements came too, or none',
    );
  },
  etag: async (_world, { readBack }) => {
    const tag = readBack?.headers.get('etag') ?? member(readBack?.body, '@odata.etag');
    return typeof tag === 'string' ? offered('a get shows an ETag') : lacking('a get shows no ETag');
  },
  // What the pages say, and not what a delegated token is answered: else the requirement about it could never be violated.
  'application-only': async () =>
    offered('the published resource page says so; declare it lacking where delegated callers are served'),
  vendors: async (world) => {
    const vendorInformation = { vendor: world.text('Unknown vendor'), provider: world.text('Unknown provider') };
    const { status } = await world.create({ ...world.body(), vendorInformation });
    return refusal(status)
      ? offered(`an unknown vendor was answered with ${status}`)
      : lacking(`an unknown vendor was answered with ${status}`);
  },
  'names-required': async (world) => {
    const { parameters } = world.body();
    const { status } = await world.create({ parameters });
    return refusal(status)
      ? offered(`a create with parameters only was answered with ${status}`)
      : lacking(`a create with parameters only was answered with ${status}`);
  },
};

/** Features that cannot show without a memory. */
export const needMemory: readonly FeatureId[] = [
  'top',
  'skip',
  'count',
  'select',
  'orderby',
  'filter',
  'etag',
  'vendors',
  'names-required',
  'application-only',
];

/** Waits until the list shows what the probe made; a list with further pages has enough in it to try its options on. */
export async function untilListed(world: World, created: readonly Reply[]): Promise<void> {
  const ids = created.map(idOf);
  if (ids.includes(undefined) || new Set(ids).size < ids.length) return;
  await world.eventually(
    () => world.list(),
    (list) => member(list.body, '@odata.nextLink') !== undefined || ids.every((id) => idsOf(list).includes(id)),
  );
}

/** Makes actions until one has another `createdDateTime` than the first: those of one tick of the target's clock have no order. */
async function makeLater(world: World, { created }: FirstContact): Promise<void> {
  const [first, second] = created;
  const time = member(first?.body, 'createdDateTime');
  if (typeof time !== 'string' || idOf(first) === idOf(second)) return;
  if (member(second?.body, 'createdDateTime') !== time) return;
  const another = () => world.create(world.body());
  const later = await world.eventually(another, ({ body }) => member(body, 'createdDateTime') !== time);
  await untilListed(world, [later]);
}

async function option(
  world: World,
  query: Record<string, string>,
  shows: (elements: ReturnType<typeof elementsOf>) => boolean,
  otherwise: string,
): Promise<FeatureFinding> {
  const reply = await world.list({ query });
  if (!isRead(reply)) return notRead(reply);
  const elements = elementsOf([reply]);
  return elements.length > 0 && shows(elements)
    ? offered('it changed the answer')
    : lacking(`it was ignored: ${otherwise}`);
}

/** A refusal is a lawful way to lack an option; a server error is not, so the cases are left to judge it. */
function notRead({ status }: Reply): FeatureFinding {
  const how = `it was answered with ${status}`;
  return status >= 500 && status !== 501 ? offered(how) : lacking(how);
}

function offered(how: string): FeatureFinding {
  return { offered: true, how };
}

function lacking(how: string): FeatureFinding {
  return { offered: false, how };
}

/** A read that succeeded, perhaps in part; reading 0030. */
function isRead({ status }: Reply): boolean {
  return status === 200 || status === 206;
}

function refusal(status: number): boolean {
  return status === 400 || status === 422;
}

function idOf(reply: Reply | undefined): string | undefined {
  const id = member(reply?.body, 'id');
  return typeof id === 'string' ? id : undefined;
}

function idsOf(reply: Reply): readonly unknown[] {
  const value = member(reply.body, 'value');
  return Array.isArray(value) ? value.filter(isObject).map(({ id }) => id) : [];
}
