import { scenario } from '../../engine/check.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { selectIdAndName } from './_selection.js';

export default scenario('GET-6', {
  ...selectIdAndName,
  then: (reply) => {
    const shown = expectEntity(reply);
    const others = Object.keys(shown).filter(
      (name) => name !== 'id' && name !== 'name' && declaredProperties('securityAction').has(name),
    );
    expectThat(others.length === 0, {
      message: 'the action shows properties that were not selected',
      expected: 'only id and name',
      received: `also ${others.join(', ')}`,
      at: '',
      exchange: reply.exchange,
    });
  },
});
