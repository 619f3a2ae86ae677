import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { ConfigurationError } from '../../engine/errors.js';
import type { Io } from '../io.js';
import type { FileTarget } from './config-file.js';
import { type ConformOptions, conformOptions } from './conform-options.js';
import type { OptionDeclaration } from './option.js';

type Name = keyof ConformOptions;

/** The options of one run, and where each that is not a default comes from. */
export interface Settings {
  readonly options: ConformOptions;
  readonly sources: Partial<Readonly<Record<Name, string>>>;
}

const declarations = Object.entries(conformOptions) as [Name, OptionDeclaration<unknown>][];

/** The options that the environment and a file can set: those that change the run, but not tokens, which have rules of their own. */
export const settable = declarations.filter(
  ([name, { purpose, variable }]) =>
    variable === undefined && (purpose === 'run' || name === 'only' || name === 'seed'),
);

/** The environment variable of an option: `--max-body` has `SECURITY_ACTIONS_MAX_BODY`. */
export function optionVariable({ flags }: Pick<OptionDeclaration<unknown>, 'flags'>): string {
  const [flag = ''] = flags.split(' ');
  return `SECURITY_ACTIONS_${flag.slice(2).toUpperCase().replaceAll('-', '_')}`;
}

/** The options of a run: a flag comes before the environment, and that before the file. @throws ConfigurationError */
export function settings(flags: ConformOptions, env: Io['env'], file?: FileTarget): Settings {
  const found = [...(file ? fromFile(file) : []), ...fromEnvironment(env), ...fromFlags(flags)];
  return {
    options: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    sources: Object.fromEntries(found.map(({ name, source }) => [name, source])),
  };
}

interface Found {
  readonly name: Name;
  readonly value: unknown;
  readonly source: string;
}

function fromFlags(flags: ConformOptions): readonly Found[] {
  return Object.entries(flags).map(([name, value]) => {
    const [flag = name] = conformOptions[name as Name].flags.split(' ');
    return { name: name as Name, value, source: `flag ${flag}` };
  });
}

function fromEnvironment(env: Io['env']): readonly Found[] {
  return settable.flatMap(([name, declaration]) => {
    const variable = optionVariable(declaration);
    const text = env[variable];
    if (!text) return [];
    const shown = declaration.secretOf ? variable : `${variable} "${text}"`;
    return [{ name, value: parsed(declaration, text, shown), source: `environment ${variable}` }];
  });
}

function fromFile({ allowWrites, baseline, headers = {}, options = {}, ...target }: FileTarget): readonly Found[] {
  const found: Found[] = [];
  const add = (name: Name, value: unknown, ...path: readonly string[]) =>
    found.push({ name, value, source: `file ${target.at(...path)}` });
  const inFolder = (path: unknown) => resolve(target.folder, String(path));
  if (allowWrites !== undefined) {
    const { origin } = URL.canParse(target.url) ? new URL(target.url) : { origin: '' };
    if (allowWrites !== origin)
      throw new ConfigurationError(
        `--config ${target.at('allowWrites')}: allowWrites is "${allowWrites}": expected the origin of the target, which is ${origin}`,
      );
    add('allowWrites', [allowWrites], 'allowWrites');
  }
  if (baseline !== undefined) add('baseline', inFolder(baseline), 'baseline');
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (fields.length > 0) add('header', fields, 'headers');
  for (const [name, written] of Object.entries(options)) {
    const declaration: OptionDeclaration<unknown> = conformOptions[name as Name];
    const text = Array.isArray(written) ? written.join(',') : String(written);
    const where = `--config ${target.at('options', name)}: options.${name} is ${JSON.stringify(written)}`;
    const value = typeof written === 'boolean' ? written : parsed(declaration, text, where);
    add(name as Name, /<(file|folder)>/.test(declaration.flags) ? inFolder(value) : value, 'options', name);
  }
  return found;
}

/** The value of a text that is no argument of commander. `shown` begins the message of a mistake. */
function parsed({ flags, parse }: OptionDeclaration<unknown>, text: string, shown: string): unknown {
  if (!flags.includes('<')) {
    if (/^(true|1)$/i.test(text)) return true;
    if (/^(false|0)$/i.test(text)) return false;
    throw new ConfigurationError(`${shown}: expected true or false`);
  }
  try {
    return parse ? parse(text) : text;
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new ConfigurationError(`${shown}: ${error.message}`);
    throw error;
  }
}
