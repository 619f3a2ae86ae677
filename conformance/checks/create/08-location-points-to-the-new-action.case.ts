import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual, expectHeader } from '../../engine/judge/expect.js';

/**
 * Location may be relative to the request URL. A URL with another origin is not followed, because the kit sends no token to another
 * origin (decision 0045).
 */
export default scenario('CREATE-8', {
  when: async (world) => {
    const created = await world.create(world.body());
    const { id } = world.entity(created);
    const location = created.headers.get('location') ?? '';
    const { url } = created.exchange.request;
    const readable = location !== '' && URL.canParse(location, url);
    return { id, created, read: readable ? await world.locate(new URL(location, url).href) : undefined };
  },
  then: ({ id, created, read }) => {
    expectHeader(created, 'Location', { pattern: /\S/, says: 'the URL of the new action' });
    if (read) expectEqual(expectEntity(read).id, id, '/id', read.exchange);
  },
});
