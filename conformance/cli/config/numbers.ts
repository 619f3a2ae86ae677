import { InvalidArgumentError } from 'commander';

/** Parses a whole number within bounds; commander puts the option's name and the value before the message. */
export function wholeNumber(least: number, most: number, unit = ''): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number${unit && ` of ${unit}`} from ${least} to ${most}.`);
  };
}

/** Parses a comma-separated list; an option that is given more than once adds to it. */
export function commaSeparated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((one) => one.trim())];
}

/** Collects the arguments of an option that is given more than once. */
export function repeated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export const port = wholeNumber(0, 65_535);

/** Parses one of these words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Expected ${words.join(', ')}.`);
  };
}
