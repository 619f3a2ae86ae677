import { Rejection } from '../rejection.js';

const known = ['$top', '$skip', '$count', '$select', '$orderby', '$filter', '$skiptoken'];

/** The values of the query options, by name with `$`. */
export type Options = ReadonlyMap<string, string>;

/**
 * The query options of a request. Names are case-insensitive and the `$` is optional (LIST-22). Unknown parameters without `$` are
 * ignored. An unsupported option with `$` and an option that is given twice are rejected with 400 (LIST-24).
 */
export function readOptions(parameters: URLSearchParams): Options {
  const options = new Map<string, string>();
  for (const [name, value] of parameters) {
    const option = `$${name.toLowerCase().replace(/^\$/, '')}`;
    if (!known.includes(option)) {
      if (name.startsWith('$')) throw new Rejection(400, `The query option ${name} is not supported.`);
      continue;
    }
    if (options.has(option)) throw new Rejection(400, `The query option ${option} is given more than once.`);
    options.set(option, value);
  }
  return options;
}

/** A non-negative integer (LIST-13), `undefined` when the option is absent. */
export function integerOption(options: Options, name: string): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Rejection(400, `${name} must be a non-negative integer.`);
  return Number(text);
}

/** `true` or `false` (LIST-16), false when the option is absent. */
export function booleanOption(options: Options, name: string): boolean {
  const text = options.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw new Rejection(400, `${name} must be true or false.`);
  return text === 'true';
}
