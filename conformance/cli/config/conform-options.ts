import { type Effort, efforts } from '../../engine/effort.js';
import type { Identity } from '../../engine/evidence/exchange.js';
import { defaultOptions } from '../../engine/options.js';
import { tokenVariable } from '../../engine/target.js';
import { durationOption, milliseconds } from './duration.js';
import { headerField } from './header-field.js';
import { commaSeparated, oneOf, repeated, wholeNumber } from './numbers.js';
import { type OptionValues, option } from './option.js';
import { rateOption } from './rate.js';
import { reportOptions } from './report-options.js';
import { tokenOption } from './tokens/tokens.js';

/** Every option of `security-actions conform`, by the name under which commander stores it. */
export const conformOptions = {
  only: option({
    flags: '--only <names>',
    help: 'check only these requirements: ids, areas and levels, separated by commas',
    purpose: 'finding',
    parse: commaSeparated,
  }),
  config: option({
    flags: '--config <file>',
    help: 'configuration file with named targets (default: security-actions.config.yaml or .json in this folder)',
    purpose: 'run',
  }),
  printConfig: option<boolean>({
    flags: '--print-config',
    help: 'print each setting and where it comes from, with secrets masked, and send nothing',
    purpose: 'output',
  }),
  plan: option<boolean>({
    flags: '--plan',
    help: 'print how many requests a run would send, for each case and method, and write nothing to the target',
    purpose: 'output',
  }),
  dryRun: option<boolean>({ flags: '--dry-run', help: 'the same as --plan', purpose: 'output' }),
  token: token('writer', 'token of the writer: an application with SecurityActions.ReadWrite.All'),
  readerToken: token('reader', 'token of an application with SecurityActions.Read.All'),
  strangerToken: token('stranger', 'valid token of an application with neither permission'),
  delegatedToken: token('delegated', 'token of a signed-in user'),
  neighbourToken: token('neighbour', 'token of an application in another tenant'),
  expiredToken: token('expired', 'expired token of the writer'),
  ...reportOptions,
  record: option({
    flags: '--record <file>',
    help: 'write everything that happens to this file, without secrets; see security-actions report and verify',
    purpose: 'output',
  }),
  baseline: option({
    flags: '--baseline <file>',
    help: 'known failures, which do not fail the run: a YAML or JSON file with requirement, outcome, reason and expiry',
    purpose: 'run',
  }),
  writeBaseline: option({
    flags: '--write-baseline <file>',
    help: 'write the smallest baseline that accepts every MUST that failed or is inconclusive; it expires in 90 days',
    purpose: 'output',
  }),
  offers: option({
    flags: '--offers <features>',
    help: 'treat these features as supported, whatever the probe finds',
    purpose: 'run',
    parse: commaSeparated,
  }),
  lacks: option({
    flags: '--lacks <features>',
    help: 'treat these features as not supported, whatever the probe finds',
    purpose: 'run',
    parse: commaSeparated,
  }),
  vendor: option({ flags: '--vendor <name>', help: 'vendor in the vendorInformation of valid bodies', purpose: 'run' }),
  provider: option({
    flags: '--provider <name>',
    help: 'provider in the vendorInformation of valid bodies',
    purpose: 'run',
  }),
  actionName: option({
    flags: '--action-name <names>',
    help: 'action names that the target accepts, separated by commas; the first is the one of valid bodies',
    purpose: 'run',
    parse: commaSeparated,
  }),
  parameters: option({
    flags: '--parameters <pairs>',
    help: 'parameters that the target accepts for these names, as name=value, separated by commas',
    purpose: 'run',
    parse: commaSeparated,
  }),
  allowWrites: option({
    flags: '--allow-writes <origins>',
    help: 'allow writing requests to these remote origins',
    purpose: 'run',
    parse: commaSeparated,
  }),
  ledger: option({
    flags: '--ledger <folder>',
    help: 'where the run keeps what it created until that has ended, for `sweep` after a run that was killed',
    purpose: 'run',
    default: '.security-actions',
  }),
  ca: option({
    flags: '--ca <file>',
    help: 'PEM file with authorities to trust, besides those of Node.js, for the certificate of the target',
    purpose: 'run',
  }),
  clientCert: option({
    flags: '--client-cert <file>',
    help: 'PEM file with the certificate that the kit shows, for a target with mutual TLS',
    purpose: 'run',
  }),
  clientKey: option({ flags: '--client-key <file>', help: 'PEM file with the key of --client-cert', purpose: 'run' }),
  insecure: option<boolean>({
    flags: '--insecure',
    help: 'accept any certificate of a target on loopback',
    purpose: 'run',
  }),
  http1: option<boolean>({
    flags: '--http1',
    help: 'use HTTP/1.1 only; without it, HTTP/2 where a target with TLS offers it',
    purpose: 'run',
  }),
  header: option({
    flags: '--header <field>',
    help: 'header field of every request, as "Name: value", such as the key of a gateway; may be repeated; the value is treated as a secret',
    purpose: 'run',
    parse: repeated,
    secretOf: headerField,
  }),
  effort: option<Effort>({
    flags: '--effort <name>',
    help: 'how much is played: smoke (the inputs that find most), standard, or deep (more sequences, races and values)',
    purpose: 'run',
    parse: oneOf(efforts),
    default: defaultOptions.effort,
  }),
  lastFailed: option<string | boolean>({
    flags: '--last-failed [record]',
    help: 'check only what failed or was inconclusive in the last run on the target, or in this record, with its seed; everything, if nothing did',
    purpose: 'finding',
  }),
  watch: option<boolean>({
    flags: '--watch',
    help: 'run again when the target responds otherwise to the probe, or when Enter is pressed; q ends',
    purpose: 'output',
  }),
  seed: option({
    flags: '--seed <number>',
    help: 'seed of all generated values; the same seed repeats a run (default: random)',
    purpose: 'finding',
    parse: wholeNumber(0, 2 ** 31 - 1),
  }),
  concurrency: option({
    flags: '--concurrency <number>',
    help: 'how many inputs of cases run at the same time',
    purpose: 'run',
    parse: wholeNumber(1, 256),
    default: defaultOptions.concurrency,
  }),
  rate: option({
    flags: '--rate <requests>',
    help: 'send at most so many requests per second (50/s), minute (300/m) or hour',
    purpose: 'run',
    parse: rateOption,
  }),
  maxTime: option({
    flags: '--max-time <time>',
    help: 'end the run after this time, such as 90s or 5m: what is not decided by then is inconclusive',
    purpose: 'run',
    parse: durationOption,
  }),
  timeout: option({
    flags: '--timeout <time>',
    help: 'time limit for one request, such as 30s; a number without a unit is in ms',
    purpose: 'run',
    parse: milliseconds(1),
    default: defaultOptions.timeoutMs,
  }),
  settle: option({
    flags: '--settle <time>',
    help: 'time limit for effects that the target applies later, such as 5s or in ms',
    purpose: 'run',
    parse: milliseconds(0, 3_600_000),
    default: defaultOptions.settleMs,
  }),
  patience: option({
    flags: '--patience <time>',
    help: 'how long to wait for a target that throttles, is overloaded or restarts, such as 10m or in ms; only time without any response to go on with counts, and without Retry-After at most 30 s',
    purpose: 'run',
    parse: milliseconds(0),
    default: defaultOptions.patienceMs,
  }),
  maxBody: option({
    flags: '--max-body <bytes>',
    help: 'most bytes of a response body that are read',
    purpose: 'run',
    parse: wholeNumber(1, 1_073_741_824, 'bytes'),
    default: defaultOptions.maxBodyBytes,
  }),
  sequences: option({
    flags: '--sequences <number>',
    help: 'how many sequences of operations are generated and played',
    purpose: 'run',
    parse: wholeNumber(0, 1_000_000),
    default: defaultOptions.sequences,
  }),
  budget: option({
    flags: '--budget <time>',
    help: 'time limit for sequences, such as 2m or in ms',
    purpose: 'run',
    parse: milliseconds(1),
    default: defaultOptions.budgetMs,
  }),
  replay: option({
    flags: '--replay <position>',
    help: 'play only the sequence at this position, as a report prints it; needs the --seed of that run',
    purpose: 'finding',
  }),
  shard: option({
    flags: '--shard <part>',
    help: 'play one of several even parts, such as 2/4, to spread a run over machines; needs --seed; see security-actions merge',
    purpose: 'finding',
  }),
  races: option({
    flags: '--races <number>',
    help: 'rounds of concurrent requests of each kind',
    purpose: 'run',
    parse: wholeNumber(0, 1_000),
    default: defaultOptions.races,
  }),
  verbose: option<boolean>({ flags: '--verbose', help: 'show every finding in full', purpose: 'output' }),
  quiet: option<boolean>({ flags: '--quiet', help: 'show only the verdict', purpose: 'output' }),
  color: option<boolean>({
    flags: '--no-color',
    help: 'no colours and no progress line, like the environment variable NO_COLOR',
    purpose: 'output',
  }),
};

/** The options of `conform` as commander reads them. */
export type ConformOptions = OptionValues<typeof conformOptions>;

function token(identity: Identity, help: string) {
  return option({
    flags: `--${tokenOption(identity)} <token>`,
    help,
    purpose: 'run',
    variable: tokenVariable(identity),
  });
}
