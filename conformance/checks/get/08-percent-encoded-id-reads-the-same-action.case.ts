import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';

const inputs: readonly { readonly name: string; readonly encode: (id: string) => string }[] = [
  { name: 'every character, upper-case digits', encode: (id) => percentEncoded(id).toUpperCase() },
  { name: 'every character, lower-case digits', encode: percentEncoded },
  {
    name: 'only the first character',
    encode: (id) => `${percentEncoded(id.slice(0, 1))}${encodeURIComponent(id.slice(1))}`,
  },
];

export default scenario('GET-8', {
  each: inputs,
  named: ({ name }) => name,
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: (world, { id }, { encode }) =>
    world.request('GET', `/security/securityActions/${encode(id)}`, { operation: 'get' }),
  then: (reply, action) => {
    const shown = expectEntity(reply);
    for (const name of ['id', 'clientContext', 'createdDateTime'])
      expectEqual(shown[name], action[name], `/${name}`, reply.exchange);
  },
});

/** The text with every byte written as a percent sign and two lower-case hexadecimal digits. */
function percentEncoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
