import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';

type Escape = (code: string) => string;

const inputs: readonly { readonly says: string; readonly encode: (id: string) => string }[] = [
  { says: 'every character, upper-case digits', encode: (id) => escaped(id, (code) => code.toUpperCase()) },
  { says: 'every character, lower-case digits', encode: (id) => escaped(id, (code) => code) },
  {
    says: 'the first character',
    encode: (id) => `${escaped(id.slice(0, 1), (code) => code)}${encodeURIComponent(id.slice(1))}`,
  },
];

export default scenario('GET-8', {
  each: inputs,
  named: ({ says }) => says,
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: (world, { id }, { encode }) =>
    world.request('GET', `/security/securityActions/${encode(id)}`, { operation: 'get' }),
  then: (reply, action) => {
    const shown = expectEntity(reply, 200, 206);
    for (const name of ['id', 'clientContext', 'createdDateTime'])
      expectEqual(shown[name], action[name], `/${name}`, reply.exchange);
  },
});

/** The text with every byte written as a percent sign and two hexadecimal digits. */
function escaped(text: string, spell: Escape): string {
  return [...Buffer.from(text)].map((byte) => `%${spell(byte.toString(16).padStart(2, '0'))}`).join('');
}
