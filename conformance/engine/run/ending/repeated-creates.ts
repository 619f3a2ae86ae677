import { instant } from '../../../model/instant.js';
import type { Reply } from '../../evidence/reply.js';
import { elementsOf, idsIn } from '../../world/pages.js';
import type { Failure } from './audit-failure.js';
import type { KnownAction } from './known-action.js';

/**
 * The creates that made a further action: the list shows another one with the text that only this create sent, as where a gateway sends a
 * request twice. An action from before the run may have the text of an earlier run with the same seed.
 */
export function repeatedCreates(actions: readonly KnownAction[], pages: readonly Reply[]): readonly Failure[] {
  const own = new Set(actions.map(({ id }) => id));
  const byText = new Map(actions.flatMap(({ id, text }) => (text === undefined ? [] : [[text, id] as const])));
  const listed = idsIn(pages);
  const begun = actions.flatMap(({ shown }) => instant(shown.createdDateTime) ?? []).reduce(earlier, undefined);
  if (begun === undefined) return [];
  return pages.flatMap((reply) =>
    elementsOf([reply]).flatMap(({ id, clientContext, createdDateTime }, index): Failure[] => {
      const first = typeof clientContext === 'string' ? byText.get(clientContext) : undefined;
      if (first === undefined || !listed.has(first) || typeof id !== 'string' || own.has(id)) return [];
      if ((instant(createdDateTime) ?? 0n) < begun) return [];
      const message = 'one create made two actions';
      return [{ id: 'SURFACE-1', reply, message, expected: first, received: `also ${id}`, at: `/value/${index}` }];
    }),
  );
}

function earlier(one: bigint | undefined, other: bigint): bigint {
  return one === undefined || other < one ? other : one;
}
