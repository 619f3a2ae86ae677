import { hash } from 'node:crypto';

/** Draws values that depend only on the seed, the label and the number of earlier draws, so that a seed repeats the same requests. */
export interface Draw {
  /** What the values are for, such as `CREATE-16/3`. */
  readonly label: string;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A random GUID (version 4). */
  guid(): string;
  /** An integer from 0 to `below - 1`. */
  integer(below: number): number;
}

/** The draws for one label, such as a check, of a run. */
export function drawFrom(seed: number, label: string): Draw {
  let count = 0;
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += hash('sha256', `${seed}/${label}/${count++}`);
    return text.slice(0, digits);
  };
  return {
    label,
    hex,
    guid: () => hex(32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5'),
    integer: (below) => Number.parseInt(hex(12), 16) % below,
  };
}
