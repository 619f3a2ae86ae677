import { shellQuoted } from '../report/format/curl.js';
import type { ReportSettings } from '../report/settings.js';
import { type ConformOptions, conformOptions } from './config/conform-options.js';
import type { OptionDeclaration } from './config/option.js';

/**
 * Builds the commands that check requirements of the target again. A command repeats every option that changes what is sent or
 * judged, unless it has its default; a token is named by its variable.
 */
export function rerunOn(target: string, options: ConformOptions): ReportSettings['rerun'] {
  const repeated = Object.entries(conformOptions).flatMap(([name, declaration]) =>
    declaration.purpose === 'run' ? argumentsFor(declaration, options[name as keyof ConformOptions]) : [],
  );
  return (ids, seed, replay) =>
    [
      `security-actions conform ${shellQuoted(target)}`,
      ...argumentsFor(conformOptions.only, ids.length > 0 ? ids : options.only),
      ...argumentsFor(conformOptions.seed, seed),
      ...repeated,
      ...argumentsFor(conformOptions.replay, replay),
    ].join(' ');
}

function argumentsFor(
  { flags, variable, secretOf, ...declaration }: OptionDeclaration<unknown>,
  value: unknown,
): readonly string[] {
  if (value === undefined || value === declaration.default) return [];
  const [flag = ''] = flags.split(' ');
  if (variable !== undefined) return [`${flag} "$${variable}"`];
  if (!flags.includes('<')) return [flag];
  if (secretOf)
    return [value].flat().map((one) => {
      const { name, variable: secret } = secretOf(String(one));
      return `${flag} "${name}: $${secret}"`;
    });
  return [`${flag} ${shellQuoted(Array.isArray(value) ? value.join(',') : String(value))}`];
}
