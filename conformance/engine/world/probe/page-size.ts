import type { Profile } from '../profile.js';
import type { World } from '../world.js';
import { pageOf } from './list-page.js';

/**
 * What makes the pages of a list small. Most targets that ignore `Prefer: odata.maxpagesize` have `$top`, and then the rest of the list is
 * behind a link or left out.
 */
export async function findPageSize(world: World): Promise<Profile['pageSize']> {
  const preferred = pageOf(await world.list({ headers: { prefer: 'odata.maxpagesize=1' } }));
  if (preferred.ids.length === 1 && preferred.hasLink) return 'maxpagesize';
  const limited = pageOf(await world.list({ query: { $top: '1' } }));
  return limited.ids.length === 1 && limited.hasLink ? 'top' : undefined;
}
