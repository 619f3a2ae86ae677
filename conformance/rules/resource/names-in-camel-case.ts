import { rule } from '../../kit/check.js';
import { declaredProperties } from '../../kit/declared.js';
import { expectThat } from '../../kit/expect.js';
import type { SeenExchange } from '../../kit/observation.js';
import { isObject, member, type ObservedObject } from '../../kit/reply.js';

/** Over exchanges: an action whose `id` itself is spelled in another way is not recognised as one. */
export default rule('RESOURCE-15', {
  over: 'exchange',
  where: (seen) => actionsIn(seen).length > 0,
  check: (seen) => {
    const declared = new Map(
      [...declaredProperties('securityAction').keys()].map((name) => [name.toLowerCase(), name]),
    );
    for (const { action, at } of actionsIn(seen)) {
      for (const name of Object.keys(action)) {
        const expected = declared.get(name.toLowerCase()) ?? name;
        expectThat(name === expected, {
          expected: `the name ${expected}`,
          received: name,
          at: `${at}/${name}`,
          exchange: seen.exchange,
        });
      }
    }
  },
});

/** The objects that stand where an action is shown and have an `id` in any spelling. */
function actionsIn({
  exchange,
  reply,
}: SeenExchange): readonly { readonly action: ObservedObject; readonly at: string }[] {
  if (exchange.operation === undefined || ![200, 201, 206].includes(reply.status)) return [];
  const value = member(reply.body, 'value');
  const listed = exchange.operation === 'list' && Array.isArray(value) ? value : [];
  const shown =
    exchange.operation === 'list'
      ? listed.map((action: unknown, index) => ({ action, at: `/value/${index}` }))
      : [{ action: reply.body, at: '' }];
  return shown.flatMap(({ action, at }) =>
    isObject(action) && Object.keys(action).some((name) => name.toLowerCase() === 'id') ? [{ action, at }] : [],
  );
}
