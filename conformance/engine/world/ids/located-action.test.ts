import { expect, test } from 'vitest';
import { createReference } from '../../../reference/index.js';
import type { FetchHandler } from '../../http/transport/handler.js';
import { targetOf, worldOn } from '../../testing.js';

/** A world on a reference whose creates respond with this status and body, and the requests that it gets. */
async function worldWith(status: number, body: string | null, location = true) {
  const { fetch, tokens } = createReference();
  const requests: string[] = [];
  const handler: FetchHandler = async (request) => {
    const { method, url } = request;
    requests.push(`${method} ${new URL(url).pathname.split('/').length > 4 ? 'action' : 'list'}`);
    const response = await fetch(request);
    if (method !== 'POST' || response.status >= 300) return response;
    const headers = new Headers(response.headers);
    if (!location) headers.delete('location');
    headers.delete('content-length');
    return new Response(body, { status, headers });
  };
  return { world: worldOn(targetOf(handler, { tokens: await tokens.mintAll() })), requests };
}

test.each([
  [204, null],
  [202, null],
  [201, null],
  [201, '{}'],
  [200, '{"message":"accepted"}'],
])('a create that responds with %i and %s is read by its Location', async (status, text) => {
  const { world, requests } = await worldWith(status, text);
  const body = world.body();
  const reply = await world.create(body);
  expect(world.entity(reply)).toMatchObject(body);
  expect(reply).toMatchObject({ status, text: text ?? '' });
  expect(requests).toEqual(['POST list', 'GET action']);
});

test('a create for a minimal response, and one without Location, are left as they are', async () => {
  const minimal = await worldWith(204, null);
  await minimal.world.create(minimal.world.body(), { headers: { prefer: 'return=minimal' } });
  const without = await worldWith(204, null, false);
  await without.world.create(without.world.body());
  expect([...minimal.requests, ...without.requests]).toEqual(['POST list', 'POST list']);
});
