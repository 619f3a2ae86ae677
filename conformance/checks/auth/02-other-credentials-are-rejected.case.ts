import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { expectRejection } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { idAfterWriterControl, supportedOperations } from './_operations.js';

/** Credentials that are not a bearer token. */
function credentials(world: World): readonly Send[] {
  const sent = [
    `Basic ${Buffer.from('user:password').toString('base64')}`,
    'Bearer',
    'Bearer null',
    'Bearer undefined',
    'Bearer not-a-token',
    'Bearer a.b.c',
    `Bearer ${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims(world))}.`,
  ];
  return [...sent.map((authorization) => ({ headers: { authorization } })), { scheme: 'Basic' }, { scheme: 'Digest' }];
}

/** Claims that a server accepts if it reads a token without verifying it. */
function claims({ claims: own, clock }: World): object {
  const expires = Math.floor(clock.date() / 1000) + 3600;
  const caller = { appid: own?.appId, azp: own?.appId, tid: own?.tenantId };
  return { ...caller, roles: ['SecurityActions.ReadWrite.All'], exp: expires };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

export default scenario('AUTH-2', {
  inTurn: true,
  each: supportedOperations,
  named: ({ name }) => name,
  given: idAfterWriterControl,
  when: async (world, id, { send }) => {
    const replies = [];
    for (const wrong of credentials(world)) replies.push(await send(world, id, wrong));
    return replies;
  },
  then: (replies) => {
    for (const reply of replies) expectRejection(reply, 401);
  },
});
