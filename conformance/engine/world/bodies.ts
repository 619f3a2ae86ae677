import type { components } from '../../../generated/api.js';
import type { Target } from '../target.js';
import type { Draw } from './draw.js';

/** What a client may write: the members of the create body of the contract, all of them optional. */
export type WritableBody = { [Member in keyof CreateBody]?: CreateBody[Member] | undefined };

type CreateBody = components['schemas']['securityActionCreate'];

/**
 * A valid create body like the documented example, with unique texts and an address that hardly ever repeats.
 */
export function validBody(draw: Draw): WritableBody {
  return {
    name: 'BlockIp',
    actionReason: `Conformance run ${draw.hex(8)}`,
    clientContext: `conformance-${draw.hex(16)}`,
    parameters: [{ name: 'IP', value: reservedAddress(draw) }],
    vendorInformation: { vendor: 'Example Security', provider: 'Example Provider' },
  };
}

/**
 * The body with one more pair of this name, so that it has other parameters than any body before. A body without a list of pairs stays as
 * it is.
 */
export function distinct(body: WritableBody, draw: Draw, name: string): WritableBody {
  const { parameters } = body;
  if (!Array.isArray(parameters) || parameters.length === 0) return body;
  return { ...body, parameters: [...parameters, { name, value: reservedAddress(draw) }] };
}

/** An address of 198.18.0.0/15, the largest block that is reserved for tests (RFC 2544, appendix C). */
function reservedAddress(draw: Draw): string {
  const host = draw.integer(2 ** 17);
  return `198.${18 + (host >> 16)}.${(host >> 8) & 255}.${host & 255}`;
}

/** The body with the vendor, provider and action name that the user set; with `namesRequired`, missing ones are added. */
export function adapted(body: WritableBody, routing: Target['routing'] = {}, namesRequired = false): WritableBody {
  const { vendor, provider, actionName } = routing;
  const result = { ...body };
  if (actionName !== undefined) result.name = actionName;
  if (namesRequired) result.name ??= 'BlockIp';
  if (vendor !== undefined || provider !== undefined || (namesRequired && !result.vendorInformation)) {
    const own = { vendor: 'Example Security', provider: 'Example Provider' };
    const named = { ...(vendor !== undefined && { vendor }), ...(provider !== undefined && { provider }) };
    result.vendorInformation = { ...(result.vendorInformation ?? own), ...named };
  }
  return result;
}

/** A PATCH body with the vendor, provider and action name that the user set in place of those that it has; none is added. */
export function adaptedPatch(body: WritableBody, routing: Target['routing'] = {}): WritableBody {
  const { vendor, provider, actionName } = routing;
  const { name, vendorInformation: sent } = body;
  const own = {
    ...(sent?.vendor && vendor !== undefined && { vendor }),
    ...(sent?.provider && provider !== undefined && { provider }),
  };
  return {
    ...body,
    ...(name && actionName !== undefined && { name: actionName }),
    ...(sent && { vendorInformation: { ...sent, ...own } }),
  };
}
