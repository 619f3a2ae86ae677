import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectEntity, expectEqual, expectSuccess } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';
import { fullAction, requirePatch } from './_patch.js';

interface Input {
  readonly names: readonly string[];
}

/** Each property that a fixture clears, and all of them in one PATCH. */
function inputs({ profile }: World): readonly Input[] {
  const fixtures = validFixtures('update').filter(({ requirement }) => requirement === 'UPDATE-6');
  const valid = fixtures.filter(({ unless }) => !unless.some((id) => profile.features[id].offered));
  const alone = valid.map(({ body }) => ({ names: Object.keys(body) }));
  return [...alone, { names: alone.flatMap(({ names }) => names) }];
}

/** A cleared property must stay cleared after a PATCH of another property. */
export default scenario('UPDATE-6', {
  inTurn: true,
  each: inputs,
  named: ({ names }) => names.join(', '),
  given: async (world, { names }) => {
    const make = () => fullAction(world);
    const action = names.length === 1 ? await actionInTurn(world, { make }) : await make();
    const empty = names.find((name) => action[name] === null || action[name] === undefined);
    if (empty) throw new Inconclusive(`the action shows no ${empty} that could be cleared`);
    return action;
  },
  when: async (world, { id }, { names }) => {
    const reply = await world.update(id, Object.fromEntries(names.map((name) => [name, null])));
    if (reply.status === 409) throw new Inconclusive('the action is finished and cannot be changed', reply.exchange);
    const cleared = await world.get(id);
    await requirePatch(world, id, { parameters: [{ name: 'IP', value: '198.51.100.3' }] });
    return { reply, reads: [cleared, await world.get(id)] };
  },
  then: ({ reply, reads }, _, { names }) => {
    expectSuccess(reply);
    for (const read of reads) {
      const shown = expectEntity(read);
      for (const name of names) expectEqual(shown[name] ?? null, null, `/${name}`, read.exchange);
    }
  },
});
