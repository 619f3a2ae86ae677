import { isSuccess, type Reply } from '../../evidence/reply.js';
import type { Target } from '../../target.js';
import { documented } from '../fixtures/fixtures.js';
import type { VendorAndProvider } from '../profile.js';
import type { World } from '../world.js';
import { isRejectedBody } from './rejected-body.js';
import { unlessPassing } from './unless-passing.js';

/** The reply to the first create of a run. */
export interface FirstCreate {
  readonly reply: Reply;
  /** Set if the target rejects the vendor and provider of the kit and accepts these of the documented example. */
  readonly vendor?: VendorAndProvider;
}

/**
 * Sends a valid body. If it is rejected, and the user names no vendor, the same kind of body with the vendor of the documented example
 * shows whether that was the reason.
 */
export async function firstCreate(world: World, { routing }: Target): Promise<FirstCreate> {
  const create = (body = world.body()) => unlessPassing(world, () => world.create(body));
  const reply = await create();
  const { vendor, provider } = documented.create.vendorInformation ?? {};
  const isNamed = routing?.vendor !== undefined || routing?.provider !== undefined;
  if (!isRejectedBody(reply) || isNamed || !vendor || !provider) return { reply };
  const again = await create(world.body({ vendorInformation: { vendor, provider } }));
  if (!isSuccess(again)) return { reply };
  world.useVendor({ vendor, provider });
  return { reply: again, vendor: { vendor, provider } };
}

/** What the user should know about a vendor that was found. */
export function vendorNotice({ vendor, provider }: VendorAndProvider): string {
  return `the target rejects a valid create for a vendor that it does not know, and accepts one for the documented vendor ${JSON.stringify(vendor)} and provider ${JSON.stringify(provider)}: all valid bodies have these; name others with --vendor and --provider`;
}
