import { isDeepStrictEqual } from 'node:util';
import { errorText } from '../../engine/errors.js';
import { identities } from '../../engine/evidence/exchange.js';
import type { Given } from '../../engine/run/events.js';
import { tokenVariable } from '../../engine/target.js';
import type { Header } from '../../record/lines.js';
import type { Io } from '../io.js';
import type { ShownConfig } from '../print-config.js';
import { type ConformOptions, conformOptions } from './conform-options.js';
import type { OptionDeclaration } from './option.js';
import { runOptions } from './plan/run-options.js';
import { reportOptions } from './report-options.js';

type Settings = Header['settings'];

/** Options that say where something is written or how it looks, and nothing about the run. */
const unrecorded: ReadonlySet<string> = new Set([
  ...Object.keys(reportOptions),
  'record',
  'writeBaseline',
  'quiet',
  'color',
]);

/** The configuration as a record has it. The name of a variable stands in place of each secret. */
export function recordedSettings({ given, sources, url, file }: ShownConfig, env: Io['env']): Settings {
  const options = Object.entries(given)
    .filter(([name]) => !unrecorded.has(name))
    .map(([name, value]) => {
      const declaration: OptionDeclaration<unknown> = conformOptions[name as keyof ConformOptions];
      return [
        name,
        { value: withoutSecret(declaration, value), from: sources[name as keyof ConformOptions] ?? 'default' },
      ];
    });
  return { ...(url === undefined ? {} : tokensFrom(env, file)), ...Object.fromEntries(options) };
}

/** How the settings in the header of a record contradict the options with which the run was played. */
export async function settingDifferences({ settings }: Header, { options }: Given): Promise<readonly string[]> {
  // A known failure may be in a file that is not here; its entries are in the record.
  const { baseline, ...given } = Object.fromEntries(
    Object.entries(settings).map(([name, { value }]) => [name, value]),
  ) as ConformOptions;
  // What failed the last time is in another record.
  if (settings.lastFailed) return [];
  try {
    const { only, signal, seed, sequences, adaptSequences, ...expected } = await runOptions(given, {
      interrupted: new AbortController().signal,
    });
    // Without a number of its own, a run plays as many sequences as its selection needs.
    const own = { ...(given.seed !== undefined && { seed }), ...(!adaptSequences && { sequences }) };
    const named = { ...expected, ...own };
    return Object.entries(named).flatMap(([name, value]) => {
      const played: unknown = options[name as keyof typeof options];
      if (isDeepStrictEqual(played, value)) return [];
      return [
        `the run was played with ${name} ${JSON.stringify(played)}, but its settings give ${JSON.stringify(value)}`,
      ];
    });
  } catch (error) {
    return [`the settings in the header cannot be read: ${errorText(error)}`];
  }
}

/** The options that a rerun command repeats. Those of a file are repeated by its name, and tokens of the environment stay there. */
export function repeatedOptions(settings: Settings): ConformOptions {
  const repeated = Object.entries(settings).filter(([name, { from }]) => {
    const declaration: OptionDeclaration<unknown> | undefined = conformOptions[name as keyof ConformOptions];
    return declaration && !from.startsWith('file ') && !(declaration.variable && from.startsWith('environment '));
  });
  return Object.fromEntries(repeated.map(([name, { value }]) => [name, value])) as ConformOptions;
}

function withoutSecret({ variable, secretOf }: OptionDeclaration<unknown>, value: unknown): unknown {
  if (variable !== undefined) return `$${variable}`;
  if (!secretOf) return value;
  return [value].flat().map((one) => {
    const { name, variable: secret } = secretOf(String(one));
    return `${name}: $${secret}`;
  });
}

/** The tokens that come from the environment or a file; those of flags are options. */
function tokensFrom(env: Io['env'], file: ShownConfig['file']): Settings {
  const found = identities.flatMap((identity) => {
    const variable = tokenVariable(identity);
    const source = env[variable]
      ? `environment ${variable}`
      : file?.tokens?.[identity] && `file ${file.at('tokens', identity)}`;
    if (!source) return [];
    const name = identity === 'writer' ? 'token' : `${identity}Token`;
    return [[name, { value: `$${variable}`, from: source }] as const];
  });
  return Object.fromEntries(found);
}
