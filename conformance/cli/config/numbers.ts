import { InvalidArgumentError } from 'commander';

/** Reads an option that takes a whole number within bounds; commander adds the option's name and the value to the message. */
export function wholeNumber(least: number, most: number, unit = ''): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It takes a whole number${unit && ` of ${unit}`} from ${least} to ${most}.`);
  };
}

/** Collects an option that may be given more than once and takes lists separated by commas. */
export function list(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((one) => one.trim())];
}

export const port = wholeNumber(0, 65_535);
/** A day, in milliseconds: longer makes no sense for anything here. */
export const milliseconds = wholeNumber(1, 86_400_000, 'milliseconds');
