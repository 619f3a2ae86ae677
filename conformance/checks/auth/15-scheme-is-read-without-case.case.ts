import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { idAfterWriterControl, responseOf, supportedOperations } from './_operations.js';

export default scenario('AUTH-15', {
  inTurn: true,
  each: (world) =>
    supportedOperations(world).flatMap((operation) => ['bearer', 'BEARER'].map((scheme) => ({ operation, scheme }))),
  named: ({ operation, scheme }) => `${operation.name} with ${scheme}`,
  given: (world, { operation }) => {
    if (!world.profile.identities.has('writer')) throw new NotObserved('the run has no token of the writer');
    return idAfterWriterControl(world, operation);
  },
  when: (world, _, { operation, scheme }) => responseOf(world, operation, { scheme }),
  then: expectSuccess,
});
