import { mutant } from '../../selftest/mutant.js';
import { encoded } from '../../selftest/mutants/http/encoded.js';
import { on } from '../../selftest/server/wire.js';

const marked = (text: string) => Buffer.from(`\ufeff${text}`);
const cesu8 = (text: string) =>
  Buffer.concat(
    Array.from(text, (character) =>
      character.length === 1
        ? Buffer.from(character)
        : Buffer.concat([...character.split('')].map((half) => threeBytes(half.charCodeAt(0)))),
    ),
  );

/** The pattern of three bytes, also for half of a surrogate pair. */
function threeBytes(unit: number): Buffer {
  return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
}

export const mutants = [
  mutant('HTTP-18', 'every response begins with a byte order mark', { fetch: encoded(on('any'), marked) }),
  mutant('HTTP-18', 'a list begins with a byte order mark', { fetch: encoded(on('list', 'success'), marked) }),
  mutant('HTTP-18', 'an error begins with a byte order mark', { fetch: encoded(on('any', 'rejection'), marked) }),
  mutant(
    'HTTP-18',
    'get responds in Latin-1',
    { fetch: encoded(on('get'), (text) => Buffer.from(text, 'latin1')) },
    { alsoFails: ['HTTP-13'] },
  ),
  mutant('HTTP-18', 'update writes each half of a surrogate pair as three bytes', {
    fetch: encoded(on('update'), cesu8),
  }),
];
