import { member } from '../../evidence/reply.js';
import type { FeatureFinding } from '../profile.js';
import { idOf, type World } from '../world.js';
import { featureTexts } from './feature-texts.js';
import type { FirstContact } from './first-contact.js';

/**
 * Whether the target offers optimistic locking. `@odata.etag` in an action shows that. An `ETag` header field alone does not, because
 * frameworks add one to every response: then a PATCH with another tag must be rejected, and one with the tag of the action must not.
 */
export async function findEtag(world: World, { readBack }: FirstContact): Promise<FeatureFinding> {
  if (!readBack) return { offered: false, how: 'not probed, because no action could be read', unclear: true };
  if (readBack.status >= 300)
    return {
      offered: false,
      how: `not probed, because a get of a new action responded with ${readBack.status}`,
      unclear: true,
    };
  const { supported, notSupported } = featureTexts.etag;
  if (typeof member(readBack.body, '@odata.etag') === 'string') return { offered: true, how: supported };
  const tag = readBack.headers.get('etag');
  if (tag === null) return { offered: false, how: notSupported };
  const missing = await missingSign(world);
  if (missing === undefined) return { offered: true, how: `${supported}, and a PATCH with another tag was rejected` };
  if ('noPatch' in missing) return { offered: false, how: 'a get returned an ETag, but PATCH is not supported' };
  const how = `a get returned the ETag ${tag}, but ${missing.says}`;
  const notice = `${how}, so it seems to be the default of a framework; if it is meant for optimistic locking, declare it with --offers etag`;
  return { offered: false, how, notice };
}

/** What an `ETag` header field lacks to be an offer: `noPatch` where there is no PATCH to try it with. */
type Missing = { readonly says: string } | { readonly noPatch: true };

/** The missing sign of an offer; `undefined` for none. */
async function missingSign(world: World): Promise<Missing | undefined> {
  const created = await world.create(world.body());
  const id = idOf(created);
  if (id === undefined) return { says: 'no action could be created to try it' };
  const patch = (tag: string) =>
    world.update(id, { actionReason: world.text('Probe') }, { headers: { 'if-match': tag } });
  const other = await patch('"no-such-version"');
  if (other.status < 400)
    return { says: `expected 412 from a PATCH with another tag in If-Match, received ${other.status}` };
  const own = (await world.get(id)).headers.get('etag');
  const reply = await patch(own ?? '"none"');
  if (reply.status < 300) return undefined;
  if ([404, 405, 501].includes(reply.status)) return { noPatch: true };
  return { says: `a PATCH with this tag in If-Match was rejected with ${reply.status}` };
}
