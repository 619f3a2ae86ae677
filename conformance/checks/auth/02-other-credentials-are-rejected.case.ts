import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { expectRefusal } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { allowedToTheWriter, operations } from './_operations.js';

/** Credentials that are no bearer token; the report shows each in the request. */
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

/** What a server would like to read in a token, so that one which reads without verifying is content. */
function claims({ claims: own }: World): object {
  const expires = Math.floor(Date.now() / 1000) + 3600;
  const who = { appid: own?.appId, azp: own?.appId, tid: own?.tenantId };
  return { ...who, roles: ['SecurityActions.ReadWrite.All'], exp: expires };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

export default scenario('AUTH-2', {
  each: operations,
  named: ({ name }) => name,
  given: allowedToTheWriter,
  when: async (world, action, { send }) => {
    const replies = [];
    for (const wrong of credentials(world)) replies.push(await send(world, action.id, wrong));
    return replies;
  },
  then: (replies) => {
    for (const reply of replies) expectRefusal(reply, 401);
  },
});
