import type { FeatureId } from '../../../../generated/requirements.js';
import { isSuccess } from '../../evidence/reply.js';
import type { FeatureFinding, VendorAndProvider } from '../profile.js';
import { idOf, type World } from '../world.js';
import { findEtag } from './etag.js';
import { featureTexts } from './feature-texts.js';
import type { FirstContact } from './first-contact.js';
import { ListProbe } from './list-features.js';
import type { ListFeature } from './list-signs.js';
import { isRejectedBody } from './rejected-body.js';
import { unlessPassing } from './unless-passing.js';

/** Finds whether the target supports one feature. */
export type FeatureProbe = () => Promise<FeatureFinding>;

/** Features that a target without stored actions can show. */
export const needNoStoredActions: ReadonlySet<FeatureId> = new Set(['update']);

/**
 * The probe of each feature. A target that does not support a feature may reject or ignore it (decision 0040). One of several
 * independent signs is enough: a feature that works only sometimes counts as supported, so that the cases judge it (decision 0055).
 */
export function featureProbes(world: World, contact: FirstContact): Readonly<Record<FeatureId, FeatureProbe>> {
  const list = new ListProbe(world, contact);
  const listOption = (feature: ListFeature) => () => list.find(feature);
  return {
    update: () => findUpdate(world, contact),
    top: listOption('top'),
    skip: listOption('skip'),
    count: listOption('count'),
    select: listOption('select'),
    orderby: listOption('orderby'),
    filter: listOption('filter'),
    etag: () => findEtag(world, contact),
    // Not derived from the response to a delegated token: then the requirement about that response could never fail.
    'application-only': async () => found('application-only', true),
    vendors: () => findVendors(world),
    'names-required': async () => {
      const { parameters } = world.body();
      const reply = await world.create({ parameters });
      return foundByStatus('names-required', isRejectedBody(reply), reply.status);
    },
  };
}

/** A target that limits only one of vendor and provider promises nothing about the other (decision 0071). */
async function findVendors(world: World): Promise<FeatureFinding> {
  const parts: (keyof VendorAndProvider)[] = [];
  let status = 0;
  for (const part of ['vendor', 'provider'] as const) {
    const body = world.body();
    const vendorInformation = { ...body.vendorInformation, [part]: world.text('Unknown') };
    const reply = await world.create({ ...body, vendorInformation });
    if (isRejectedBody(reply)) parts.push(part);
    if (isRejectedBody(reply) || status === 0) status = reply.status;
  }
  const finding = foundByStatus('vendors', parts.length > 0, status);
  return parts.length > 0 ? { ...finding, parts } : finding;
}

/** A target without PATCH may also respond with 404, as frameworks do for a method without a route (decision 0060). */
async function findUpdate(world: World, { created }: FirstContact): Promise<FeatureFinding> {
  // The first action of the probe must stay as it is; see `untouchedId`.
  const action = created[1] && idOf(created[1]) !== undefined ? created[1] : await world.create(world.body());
  const id = idOf(action);
  if (id === undefined) return { offered: true, how: 'not probed, because no action could be created', unclear: true };
  const patches = [
    { actionReason: world.text('Probe') },
    { clientContext: world.text('Probe') },
    { status: 'Running' },
  ] as const;
  let status: number | undefined;
  for (const patch of patches) {
    const reply = await unlessPassing(world, () => world.update(id, world.adaptedPatch(patch)));
    // A server error says nothing about the method.
    if (reply.status >= 500 && reply.status !== 501) continue;
    status = reply.status;
    const isMissing = status === 404 && isSuccess(await world.get(id));
    if (!isMissing && status !== 405 && status !== 501) return foundByStatus('update', true, status);
  }
  if (status === undefined)
    return { offered: true, how: 'not probed, because every PATCH got a server error', unclear: true };
  const finding = foundByStatus('update', false, status);
  if (status !== 404) return finding;
  const how = `${finding.how}, although a get shows the action; declare it with --lacks update or --offers update`;
  return { ...finding, how, notice: `update counts as not supported: ${how}` };
}

function foundByStatus(feature: FeatureId, offered: boolean, status: number): FeatureFinding {
  return { offered, how: `${found(feature, offered).how} (${status})` };
}

function found(feature: FeatureId, offered: boolean): FeatureFinding {
  const { supported, notSupported } = featureTexts[feature];
  return { offered, how: offered ? supported : notSupported };
}
