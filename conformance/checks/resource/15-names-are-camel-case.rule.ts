import { rule } from '../../engine/check.js';
import { isObject, member, type ObservedObject } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { Pointer } from '../../engine/judge/location.js';
import type { SeenExchange } from '../../engine/judge/observation.js';

/** Judges exchanges instead of actions, because an action whose `id` is misspelled is not recognized as an action. */
export default rule('RESOURCE-15', {
  over: 'exchange',
  where: (seen) => actionsIn(seen).length > 0,
  check: (seen) => {
    const declared = declaredProperties('securityAction');
    for (const { action, at } of actionsIn(seen)) {
      const others = Object.keys(action).filter((name) => !declared.has(name));
      const wrong = others.find((name) => spellings().has(name.toLowerCase()));
      expectThat(wrong === undefined, {
        message: `a property is spelled ${wrong}`,
        expected: `the spelling ${spellings().get(wrong?.toLowerCase() ?? '')}`,
        received: wrong,
        at: `${at}/${wrong}`,
        exchange: seen.exchange,
      });
    }
  },
});

let known: ReadonlyMap<string, string> | undefined;

/** The declared names by their lower-case form. */
function spellings(): ReadonlyMap<string, string> {
  known ??= new Map([...declaredProperties('securityAction').keys()].map((name) => [name.toLowerCase(), name]));
  return known;
}

/** The objects in place of an action that have an `id` in any spelling. */
function actionsIn({
  exchange,
  reply,
}: SeenExchange): readonly { readonly action: ObservedObject; readonly at: Pointer }[] {
  if (exchange.operation === undefined || ![200, 201, 206].includes(reply.status)) return [];
  const value = member(reply.json, 'value') ?? member(reply.json, 'Value');
  const listed = exchange.operation === 'list' && Array.isArray(value) ? value : [];
  const shown: readonly { readonly action: unknown; readonly at: Pointer }[] =
    exchange.operation === 'list'
      ? listed.map((action: unknown, index) => ({ action, at: `/value/${index}` as const }))
      : [{ action: reply.json, at: '' as const }];
  return shown.flatMap(({ action, at }) =>
    isObject(action) && (Object.hasOwn(action, 'id') || Object.keys(action).some((name) => name.toLowerCase() === 'id'))
      ? [{ action, at }]
      : [],
  );
}
