import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { Claims } from '../../engine/world/profile.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** A case in which a member of a new action has the value of a claim in the writer's token. It is inconclusive when the action does not show the member. */
export function tokenClaim(id: Case['id'], name: string, claim: 'appId' | 'tenantId'): Case {
  return scenario(id, {
    given: ({ claims }) => requireClaim(claims, claim),
    when: async (world) => {
      const result = await createAndRead(world, world.body());
      const value = world.entity(result.reply)[name] ?? null;
      if (value === null) throw new Inconclusive(`the new action does not show ${name}`, result.reply.exchange);
      return result;
    },
    then: (result, claimed) => {
      expectCreated(result, ({ [name]: shown }, exchange) => {
        const holds = shown === undefined || shown === null || String(shown).toLowerCase() === claimed.toLowerCase();
        expectThat(holds, {
          expected: `${claimed}, the ${claim} of the token`,
          received: preview(shown),
          at: `/${name}`,
          exchange,
        });
      });
    },
  });
}

function requireClaim(claims: Claims | undefined, claim: 'appId' | 'tenantId'): string {
  const value = claims?.[claim];
  if (value === undefined) throw new Inconclusive(`the writer's token has no ${claim}`);
  return value;
}
