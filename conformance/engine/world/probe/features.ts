import type { FeatureId } from '../../../../generated/requirements.js';
import { isObject, member, type ObservedObject, type Reply } from '../../evidence/reply.js';
import type { FeatureFinding } from '../profile.js';
import { elementsOf, type World } from '../world.js';
import { featureTexts } from './feature-texts.js';
import type { FirstContact } from './first-contact.js';

/** Finds whether the target supports one feature, using the actions that the probe created. */
type FeatureProbe = (world: World, contact: FirstContact) => Promise<FeatureFinding>;

/** The probe of each feature. A target that does not support a feature may reject or ignore it (decision 0040). */
export const featureProbes: Readonly<Record<FeatureId, FeatureProbe>> = {
  update: async (world, { created }) => {
    const id = idOf(created[1]);
    if (id === undefined) return { offered: true, how: 'not probed, because no action could be created' };
    const { status } = await world.update(id, { actionReason: world.text('Probe') });
    return foundByStatus('update', status !== 405 && status !== 501, status);
  },
  top: (world) => listProbe('top', world, { $top: '1' }, (elements) => elements.length === 1),
  skip: async (world) => {
    const first = idsOf(await world.list())[0];
    return listProbe(
      'skip',
      world,
      { $skip: '1' },
      (elements) => first !== undefined && !elements.some(({ id }) => id === first),
    );
  },
  count: async (world) => {
    const reply = await world.list({ query: { $count: 'true' } });
    return isRead(reply) ? found('count', member(reply.body, '@odata.count') !== undefined) : rejectedList(reply);
  },
  select: (world) =>
    listProbe('select', world, { $select: 'id' }, (elements) =>
      elements.every((element) => !('parameters' in element)),
    ),
  orderby: async (world, contact) => {
    await createLater(world, contact);
    const ascending = await world.list({ query: { $orderby: 'createdDateTime' } });
    const descending = await world.list({ query: { $orderby: 'createdDateTime desc' } });
    const rejected = [ascending, descending].find((reply) => !isRead(reply));
    return rejected ? rejectedList(rejected) : found('orderby', idsOf(ascending)[0] !== idsOf(descending)[0]);
  },
  filter: (world, { created }) => {
    const sent: unknown = JSON.parse(created[0]?.request.body ?? 'null');
    const query = { $filter: `clientContext eq '${String(member(sent, 'clientContext'))}'` };
    const id = idOf(created[0]);
    return listProbe('filter', world, query, (elements) => elements.length === 1 && elements[0]?.id === id);
  },
  etag: async (_world, { readBack }) => {
    const tag = readBack?.headers.get('etag') ?? member(readBack?.body, '@odata.etag');
    return found('etag', typeof tag === 'string');
  },
  // Not derived from the response to a delegated token: then the requirement about that response could never fail.
  'application-only': async () => found('application-only', true),
  vendors: async (world) => {
    const vendorInformation = { vendor: world.text('Unknown vendor'), provider: world.text('Unknown provider') };
    const { status } = await world.create({ ...world.body(), vendorInformation });
    return foundByStatus('vendors', isRejected(status), status);
  },
  'names-required': async (world) => {
    const { parameters } = world.body();
    const { status } = await world.create({ parameters });
    return foundByStatus('names-required', isRejected(status), status);
  },
};

/** Features that a target without stored actions cannot show. */
export const needStoredActions: ReadonlySet<FeatureId> = new Set(
  (Object.keys(featureProbes) as FeatureId[]).filter((id) => id !== 'update'),
);

/** Waits until the list shows the created actions. A list with more pages has enough elements to probe its options. */
export async function untilListed(world: World, created: readonly Reply[]): Promise<void> {
  const ids = created.map(idOf);
  if (ids.includes(undefined) || new Set(ids).size < ids.length) return;
  await world.eventually(
    () => world.list(),
    (list) => member(list.body, '@odata.nextLink') !== undefined || ids.every((id) => idsOf(list).includes(id)),
  );
}

/** Creates actions until one has another `createdDateTime` than the first: actions with the same one have no order. */
async function createLater(world: World, { created }: FirstContact): Promise<void> {
  const [first, second] = created;
  const time = member(first?.body, 'createdDateTime');
  if (typeof time !== 'string' || idOf(first) === idOf(second)) return;
  if (member(second?.body, 'createdDateTime') !== time) return;
  const another = () => world.create(world.body());
  const later = await world.eventually(another, ({ body }) => member(body, 'createdDateTime') !== time);
  await untilListed(world, [later]);
}

async function listProbe(
  feature: FeatureId,
  world: World,
  query: Record<string, string>,
  shows: (elements: readonly ObservedObject[]) => boolean,
): Promise<FeatureFinding> {
  const reply = await world.list({ query });
  if (!isRead(reply)) return rejectedList(reply);
  const elements = elementsOf([reply]);
  return found(feature, elements.length > 0 && shows(elements));
}

/** A rejected option is not supported. A server error is no rejection: the cases judge it. */
function rejectedList({ status }: Reply): FeatureFinding {
  return { offered: status >= 500 && status !== 501, how: `the list responded with ${status}` };
}

function foundByStatus(feature: FeatureId, offered: boolean, status: number): FeatureFinding {
  return { offered, how: `${found(feature, offered).how} (${status})` };
}

function isRejected(status: number): boolean {
  return status === 400 || status === 422;
}

function found(feature: FeatureId, offered: boolean): FeatureFinding {
  const { supported, notSupported } = featureTexts[feature];
  return { offered, how: offered ? supported : notSupported };
}

/** A read that succeeded in whole or in part (decision 0030). */
function isRead({ status }: Reply): boolean {
  return status === 200 || status === 206;
}

function idOf(reply: Reply | undefined): string | undefined {
  const id = member(reply?.body, 'id');
  return typeof id === 'string' ? id : undefined;
}

function idsOf(reply: Reply): readonly unknown[] {
  const value = member(reply.body, 'value');
  return Array.isArray(value) ? value.filter(isObject).map(({ id }) => id) : [];
}
