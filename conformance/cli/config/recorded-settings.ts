import { isDeepStrictEqual } from 'node:util';
import { requirements } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import { errorText } from '../../engine/errors.js';
import { identities } from '../../engine/evidence/exchange.js';
import type { RunOptions } from '../../engine/options.js';
import type { Given } from '../../engine/run/events.js';
import { narrowed } from '../../engine/run/narrow.js';
import { tokenVariable } from '../../engine/target.js';
import type { Header } from '../../record/lines.js';
import type { Io } from '../io.js';
import type { ShownConfig } from '../print-config.js';
import { type ConformOptions, conformOptions } from './conform-options.js';
import { headerFields } from './header-field.js';
import type { OptionDeclaration } from './option.js';
import { runOptions } from './plan/run-options.js';
import { ownerOf } from './plan/target-owner.js';
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

/** How the settings in the header of a record contradict what the run was given. */
export async function settingDifferences({ settings }: Header, given: Given): Promise<readonly string[]> {
  // A known failure may be in a file that is not here; its entries are in the record.
  const { baseline, ...set } = Object.fromEntries(
    Object.entries(settings).map(([name, { value }]) => [name, value]),
  ) as ConformOptions;
  // What failed the last time is in another record.
  if (settings.lastFailed) return [];
  try {
    const { only, signal, seed, ...expected } = await optionsOf(set);
    const { declared = { offers: [], lacks: [] }, routing = {}, gatewayFields, options } = given;
    const played: Readonly<Record<string, unknown>> = {
      ...options,
      only: given.only,
      declared,
      routing,
      gatewayFields,
    };
    const selected = Object.values(requirements).filter(only);
    const all = {
      ...expected,
      ...(set.seed !== undefined && { seed }),
      ...ownerOf(set),
      only: selected.map(({ id }) => id),
      gatewayFields: lowerCase(headerFields(set.header ?? [])),
    };
    return Object.entries(all).flatMap(([name, value]) => {
      if (isDeepStrictEqual(played[name], value)) return [];
      return [
        `the run was played with ${name} ${JSON.stringify(played[name])}, but its settings give ${JSON.stringify(value)}`,
      ];
    });
  } catch (error) {
    return [`the settings in the header cannot be read: ${errorText(error)}`];
  }
}

/** The options of a run with these settings, with as many sequences as its selection needs. */
async function optionsOf(set: ConformOptions): Promise<RunOptions> {
  const options = await runOptions(set, { interrupted: new AbortController().signal });
  return narrowed(options, await allChecks(), (id) => options.only(requirements[id]));
}

function lowerCase(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
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
