import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { selectIdAndName } from './_selection.js';

export default scenario('GET-5', {
  ...selectIdAndName,
  then: (reply, action) => {
    const shown = expectEntity(reply);
    for (const name of ['id', 'name']) expectEqual(shown[name], action[name], `/${name}`, reply.exchange);
  },
});
