import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual, expectHeader } from '../../engine/judge/expect.js';

/**
 * A reference relative to the request is as good as an absolute URL. One to another origin may well read the action there, but no token
 * goes there (reading 0045), so that nothing can be said of it.
 */
export default scenario('CREATE-8', {
  when: async (world) => {
    const made = await world.create(world.body());
    const { id } = world.entity(made, 201);
    const location = made.headers.get('location') ?? '';
    const { url } = made.exchange.request;
    const readable = location !== '' && URL.canParse(location, url);
    return { id, made, read: readable ? await world.locate(new URL(location, url).href) : undefined };
  },
  then: ({ id, made, read }) => {
    expectHeader(made, 'Location', { pattern: /\S/, says: 'the URL of the new action' });
    if (read) expectEqual(expectEntity(read, 200, 206).id, id, '/id', read.exchange);
  },
});
