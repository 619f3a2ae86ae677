import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('CREATE-6', {
  over: 'securityAction',
  where: ({ exchange }) => exchange.operation === 'create',
  check: ({ action: { id }, exchange }) => {
    const guid = /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i.test(String(id));
    expectThat(guid, { expected: 'a GUID', received: preview(id), at: '/id', exchange });
  },
});
