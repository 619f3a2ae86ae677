import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { Claims } from '../../engine/world/profile.js';
import { expectMade, make } from './_create-and-read.js';

/** A case in which a member of a new action shows what the writer's token says. A target that does not show it proves nothing. */
export function ownClaim(id: Case['id'], name: string, claim: 'appId' | 'tenantId'): Case {
  return scenario(id, {
    given: ({ claims }) => required(claims, claim),
    when: async (world) => {
      const made = await make(world, world.body());
      const value = world.entity(made.reply, 201)[name] ?? null;
      if (value === null) throw new Inconclusive(`a new action shows no ${name}`, made.reply.exchange);
      return made;
    },
    then: (made, own) => {
      expectMade(made, ({ [name]: shown }, exchange) => {
        const holds = shown === undefined || shown === null || String(shown).toLowerCase() === own.toLowerCase();
        expectThat(holds, { expected: `${own}, from the token`, received: shown, at: `/${name}`, exchange });
      });
    },
  });
}

function required(claims: Claims | undefined, claim: 'appId' | 'tenantId'): string {
  const value = claims?.[claim];
  if (value === undefined) throw new Inconclusive(`the writer's token does not name its ${claim}`);
  return value;
}
