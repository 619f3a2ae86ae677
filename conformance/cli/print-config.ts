import { type Effort, effortOptions } from '../engine/effort.js';
import { identities } from '../engine/evidence/exchange.js';
import { defaultOptions } from '../engine/options.js';
import { tokenVariable } from '../engine/target.js';
import { printable } from '../report/format/text.js';
import type { FileTarget } from './config/config-file.js';
import type { ConformOptions } from './config/conform-options.js';
import type { PlannedRun } from './config/plan/planned-run.js';
import { proxyVariables, setVariable } from './config/proxies.js';
import { settable } from './config/settings.js';
import { tokenOption } from './config/tokens/tokens.js';
import type { Io } from './io.js';

/** What `--print-config` needs to know about one target. */
export interface ShownConfig {
  readonly title: string;
  readonly url?: string;
  readonly urlSource: string;
  readonly given: ConformOptions;
  readonly sources: Partial<Readonly<Record<keyof ConformOptions, string>>>;
  readonly file?: FileTarget;
}

const masked = '********';

type Row = readonly [name: string, value: string, source: string];

/** Prints each setting of each run with its value and its source. A secret is masked. */
export function printConfig(runs: readonly PlannedRun[], flags: ConformOptions, { stdout, env }: Io): void {
  const blocks = runs.map(({ shown }) => {
    const rows = rowsOf(shown, flags, env);
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const line = ([name, value, source]: Row) =>
      `  ${name.padEnd(widths[0] ?? 0)}  ${value.padEnd(Math.min(widths[1] ?? 0, 60))}  ${source}`;
    return [`target ${shown.title}`, ...rows.map(line)].map((text) => `${printable(text)}\n`).join('');
  });
  stdout.write(blocks.join('\n'));
}

function rowsOf({ url, urlSource, given, sources, file }: ShownConfig, flags: ConformOptions, env: Io['env']): Row[] {
  const rows: Row[] = url === undefined ? [] : [['url', url, urlSource]];
  if (url !== undefined) rows.push(...tokenRows(flags, env, file));
  for (const [name, { default: value, secretOf }] of settable) {
    const effort = given.effort ?? defaultOptions.effort;
    const preset = presetOf(name, effort);
    const source = sources[name] ?? (preset === undefined ? 'default' : `effort ${effort}`);
    const set = given[name] ?? preset;
    if (name === 'config' && file) {
      rows.push([name, file.at().replace(/:\d+$/, ''), sources.config ?? 'found in this folder']);
      continue;
    }
    if (secretOf && Array.isArray(set))
      rows.push(...set.map((one): Row => [name, `${secretOf(String(one)).name}: ${masked}`, source]));
    else rows.push([name, shownValue(set ?? value ?? unset[name]), source]);
  }
  return url === undefined ? rows : [...rows, ...proxyRows(env)];
}

/** What the effort sets an option to, unless it is given. */
function presetOf(name: string, effort: Effort): number | undefined {
  const { sequences, races, budgetMs } = effortOptions[effort];
  return { sequences, races, budget: budgetMs }[name];
}

/** What an option without a value means. */
const unset: Partial<Readonly<Record<keyof ConformOptions, string>>> = {
  seed: 'random',
  allowWrites: defaultOptions.allowWrites.join(', '),
};

function shownValue(value: unknown): string {
  if (value === undefined || value === '') return '–';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function tokenRows(flags: ConformOptions, env: Io['env'], file?: FileTarget): Row[] {
  return identities.map((identity): Row => {
    const name = tokenOption(identity);
    const option = identity === 'writer' ? flags.token : flags[`${identity}Token`];
    if (option !== undefined) return [name, masked, `flag --${name}`];
    if (env[tokenVariable(identity)]) return [name, masked, `environment ${tokenVariable(identity)}`];
    const setting = file?.tokens?.[identity];
    if (setting === undefined) return [name, '–', 'default'];
    const how =
      typeof setting === 'string'
        ? `${masked} from ${file?.written('tokens', identity)}`
        : setting.oauth
          ? `${masked} from ${setting.oauth.tokenUrl}`
          : `${masked} from the command ${setting.tokenCommand?.[0]}`;
    return [name, how, `file ${file?.at('tokens', identity)}`];
  });
}

function proxyRows(env: Io['env']): Row[] {
  return Object.entries(proxyVariables).map(([scheme, names]): Row => {
    const name = { http: 'proxy for http', https: 'proxy for https', none: 'no proxy for' }[scheme] ?? scheme;
    const set = setVariable(names, env);
    return [name, set ? withoutCredentials(set.value) : '–', set ? `environment ${set.name}` : 'default'];
  });
}

function withoutCredentials(text: string): string {
  return text.replace(/^([a-z]+:\/\/)?[^/]*@/i, `$1${masked}@`);
}
