import { Refusal } from '../refusal.js';

const known = ['$top', '$skip', '$count', '$select', '$orderby', '$filter', '$skiptoken'];

/** The values of the query options, by name with `$`. */
export type Options = ReadonlyMap<string, string>;

/**
 * The query options of a request; their names may lack the `$` and differ in case (LIST-22). Names of others' that do not begin with
 * `$` are ignored; an option that begins with `$` and is not offered, or one given twice, is refused with 400 (LIST-24).
 */
export function readOptions(parameters: URLSearchParams): Options {
  const options = new Map<string, string>();
  for (const [name, value] of parameters) {
    const option = `$${name.toLowerCase().replace(/^\$/, '')}`;
    if (!known.includes(option)) {
      if (name.startsWith('$')) throw new Refusal(400, `The query option ${name} is not supported.`);
      continue;
    }
    if (options.has(option)) throw new Refusal(400, `The query option ${option} is given more than once.`);
    options.set(option, value);
  }
  return options;
}

/** A non-negative whole number (LIST-13), `undefined` where the option is absent. */
export function wholeNumber(options: Options, name: string): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Refusal(400, `${name} has to be a non-negative whole number.`);
  return Number(text);
}

/** `true` or `false` and nothing else (LIST-16), false where the option is absent. */
export function truth(options: Options, name: string): boolean {
  const text = options.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw new Refusal(400, `${name} has to be true or false.`);
  return text === 'true';
}
