import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { isObject } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { type Discrepancy, discrepancy } from './discrepancy.js';
import type { writable } from './tracked.js';
import { comparable } from './values.js';

const promises: Readonly<Record<(typeof writable)[number], RequirementId>> = {
  name: 'CREATE-11',
  actionReason: 'CREATE-11',
  clientContext: 'CREATE-11',
  parameters: 'CREATE-12',
  vendorInformation: 'CREATE-14',
};

/** Which members of a new action are not as they were sent; of a vendor only the parts that were sent count. */
export function wrongCreate(body: WritableBody, made: Action, exchange: Exchange): readonly Discrepancy[] {
  return (Object.keys(promises) as (keyof typeof promises)[]).flatMap((name) => {
    const sent = body[name];
    if (sent === undefined || sent === null) return [];
    const shown = made[name];
    const received = name === 'vendorInformation' && isObject(shown) ? parts(shown, Object.keys(sent)) : shown;
    if (isDeepStrictEqual(comparable(name, sent), comparable(name, received))) return [];
    const seen = { expected: sent, received: shown ?? null, at: `/${name}`, exchange };
    return [discrepancy(promises[name], `${name} of the new action is not what was sent`, seen)];
  });
}

function parts(shown: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, shown[name]]));
}
