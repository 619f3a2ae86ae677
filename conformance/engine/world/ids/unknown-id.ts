import type { Draw } from '../draw.js';

/**
 * Draws an id that has the form of the known ids and most likely belongs to no action. For ids that count up it is far beyond the
 * largest known one; for random ids it has the same length and kind of characters.
 */
export function unknownIdLike(known: readonly string[], draw: Draw): string {
  const taken = new Set(known);
  const make = shapeOf(known, draw);
  for (let tries = 0; ; tries++) {
    const id = make();
    if (!taken.has(id)) return id;
    // Ids of this form may all be taken: those of one letter, or those without a letter or digit that could be another one.
    if (tries >= mostTaken) return id + draw.hex(8);
  }
}

/** After this many ids that are taken, a longer one is drawn. */
const mostTaken = 100;

function shapeOf(known: readonly string[], draw: Draw): () => string {
  const sample = known.at(-1);
  if (sample === undefined || guid.test(sample)) return () => draw.guid();
  return countingTail(known, sample, draw) ?? countingHex(known, sample, draw) ?? (() => similar(sample, draw));
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxInt32 = 2 ** 31 - 1;
const maxInt64 = 2n ** 63n - 1n;

/** For ids that end in a decimal number after a common prefix, such as `17` or `action-0017`. */
function countingTail(known: readonly string[], sample: string, draw: Draw): (() => string) | undefined {
  const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/s.exec(sample) ?? [];
  if (digits === '' || digits.length > 18) return undefined;
  const tails = known.flatMap((id) =>
    id.startsWith(prefix) && /^\d{1,18}$/.test(id.slice(prefix.length)) ? [id.slice(prefix.length)] : [],
  );
  // A single id with a prefix may be random, as in `x7f3a9`.
  if (prefix !== '' && tails.length < Math.min(2, known.length)) return undefined;
  const largest = tails.map(BigInt).reduce((one, other) => (other > one ? other : one), 0n);
  const padded = tails.some((tail) => tail.length > 1 && tail.startsWith('0'));
  const limit = padded
    ? 10n ** BigInt(digits.length) - 1n
    : largest < BigInt(maxInt32) / 2n
      ? BigInt(maxInt32)
      : maxInt64;
  return () => prefix + String(beyond(largest, limit, draw)).padStart(padded ? digits.length : 0, '0');
}

/** For ids that are consecutive hexadecimal numbers, such as `1f` and `20`. */
function countingHex(known: readonly string[], sample: string, draw: Draw): (() => string) | undefined {
  const hexadecimal = /^(?:[0-9a-f]{1,8}|[0-9A-F]{1,8})$/;
  if (!known.every((id) => hexadecimal.test(id))) return undefined;
  const numbers = known.map((id) => Number.parseInt(id, 16)).sort((one, other) => one - other);
  const gaps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  if (gaps.length === 0 || !gaps.every((gap) => gap < 1_000)) return undefined;
  const largest = BigInt(numbers.at(-1) ?? 0);
  const inCase = (text: string) => (/[A-F]/.test(known.join('')) ? text.toUpperCase() : text);
  const padded = known.every((id) => id.length === sample.length) && known.some((id) => id.startsWith('0'));
  const limit = padded ? 16n ** BigInt(sample.length) - 1n : BigInt(maxInt32);
  return () =>
    inCase(
      beyond(largest, limit, draw)
        .toString(16)
        .padStart(padded ? sample.length : 0, '0'),
    );
}

/** A number in the upper half of the range between the largest known one and the limit. */
function beyond(largest: bigint, limit: bigint, draw: Draw): bigint {
  const half = (limit - largest) / 2n;
  if (half <= 0n) return largest + 1_000_000n + BigInt(draw.integer(1_000_000));
  return limit - (BigInt(`0x${draw.hex(15)}`) % half);
}

/** An id of the same length and kind of characters. */
function similar(sample: string, draw: Draw): string {
  const letters = /^[^g-z]*$/i.test(sample) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
  return [...sample]
    .map((one) => {
      if (/\d/.test(one)) return String(draw.integer(10));
      const letter = letters[draw.integer(letters.length)] ?? one;
      return /[a-z]/.test(one) ? letter : /[A-Z]/.test(one) ? letter.toUpperCase() : one;
    })
    .join('');
}
