import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import { quick, targetOf, worldOn } from '../../testing.js';

/** A world on the reference, which rejects the writer's token from this request on where `rejects` says so. */
async function worldWith(rejects: (request: Request, number: number) => boolean) {
  const reference = createReference();
  let count = 0;
  const fetch = (request: Request) =>
    rejects(request, ++count) ? Response.json({ error: {} }, { status: 401 }) : reference.fetch(request);
  const tokens = await reference.tokens.mintAll();
  return worldOn(targetOf(fetch, { tokens, url: 'http://target.example/beta' }), { options: quick() });
}

test('a token that was accepted and is rejected everywhere decides nothing', async () => {
  const world = await worldWith((_, number) => number > 1);
  await world.list();
  await expect(world.get('x')).rejects.toMatchObject({ kind: 'credentials' });
});

test('a token that only one operation rejects is an answer of that operation', async () => {
  const world = await worldWith(({ url }) => url.endsWith('/x'));
  await world.list();
  expect((await world.get('x')).status).toBe(401);
});

test('a token that was never accepted is an answer, too', async () => {
  const world = await worldWith(() => true);
  expect((await world.list()).status).toBe(401);
});
