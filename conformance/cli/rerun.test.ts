import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { type ConformOptions, conformOptions } from './config/conform-options.js';
import { addOptions } from './config/option.js';
import { rerunOn } from './rerun.js';

/** An argument for every option that takes one, different from its default. */
const argumentsOf: Readonly<Record<keyof typeof conformOptions, string | undefined>> = {
  only: 'CREATE,LIST-3',
  shard: '2/4',
  lastFailed: undefined,
  watch: undefined,
  config: 'ours.yaml',
  printConfig: undefined,
  plan: undefined,
  dryRun: undefined,
  token: 'writer-token',
  readerToken: 'reader-token',
  strangerToken: 'stranger-token',
  delegatedToken: 'delegated-token',
  neighbourToken: 'neighbour-token',
  expiredToken: 'expired-token',
  json: 'out.json',
  junit: 'out.xml',
  html: 'out.html',
  har: 'out.har',
  sarif: 'out.sarif',
  markdown: 'out.md',
  record: 'run.ndjson',
  baseline: 'known.yaml',
  writeBaseline: 'new.yaml',
  offers: 'top,skip',
  lacks: 'count',
  vendor: "the vendor's $NAME",
  provider: '`id`',
  actionName: 'isolate "it"',
  parameters: 'IP=192.0.2.1',
  allowWrites: 'https://a.example,https://b.example',
  ledger: 'ledgers',
  ca: 'ca.pem',
  clientCert: 'client.pem',
  clientKey: 'key.pem',
  insecure: undefined,
  http1: undefined,
  header: "X-Api-Key: the gateway's $KEY",
  effort: 'deep',
  rate: '50/s',
  maxTime: '5m',
  seed: '5',
  concurrency: '2',
  timeout: '250',
  settle: '0',
  patience: '5000',
  maxBody: '1000',
  sequences: '0',
  budget: '99',
  replay: '0/1/AA:F',
  races: '7',
  verbose: undefined,
  quiet: undefined,
  color: undefined,
};

const environment = {
  SECURITY_ACTIONS_TOKEN: 'writer-token',
  SECURITY_ACTIONS_READER_TOKEN: 'reader-token',
  SECURITY_ACTIONS_STRANGER_TOKEN: 'stranger-token',
  SECURITY_ACTIONS_DELEGATED_TOKEN: 'delegated-token',
  SECURITY_ACTIONS_NEIGHBOUR_TOKEN: 'neighbour-token',
  SECURITY_ACTIONS_EXPIRED_TOKEN: 'expired-token',
  SECURITY_ACTIONS_HEADER_X_API_KEY: "the gateway's $KEY",
};

/** The options that commander reads from arguments. */
function read(args: readonly string[]): ConformOptions {
  const command = new Command().argument('[target]').exitOverride();
  addOptions(command, Object.values(conformOptions));
  return command.parse(args, { from: 'user' }).opts();
}

/** The arguments that a shell passes for a command line. */
function shellArguments(commandLine: string): readonly string[] {
  const script = commandLine.replace(/^security-actions conform /, "printf '%s\\0' ");
  const env = { PATH: process.env.PATH ?? '', ...environment };
  return execFileSync('sh', ['-c', script], { env }).toString().split('\0').slice(0, -1);
}

const options = Object.entries(conformOptions).map(([name, declaration]) => {
  const value = argumentsOf[name as keyof typeof conformOptions];
  const [flag = ''] = declaration.flags.split(' ');
  return { name, flag, purpose: declaration.purpose, args: value === undefined ? [flag] : [flag, value] };
});

describe('the rerun command', () => {
  test.each(options.filter(({ purpose }) => purpose === 'run'))('repeats $flag', ({ name, flag, args }) => {
    const given = read(args);
    const command = rerunOn('http://127.0.0.1:9/beta', given)(['GET-1'], 7);
    expect(`${command} `).toContain(` ${flag} `);
    const reread = read(shellArguments(command));
    expect(reread).toEqual({ ...given, only: ['GET-1'], seed: 7 });
    expect(reread).toHaveProperty(name);
  });

  test.each(options.filter(({ purpose }) => purpose === 'output'))('leaves out $flag', ({ flag, args }) => {
    expect(rerunOn('reference', read(args))(['GET-1'], 7)).not.toContain(flag);
  });

  test.each(options.filter(({ purpose }) => purpose === 'finding'))('takes $flag from the finding', ({ args }) => {
    const rerun = rerunOn('reference', read(args));
    expect(rerun(['GET-1'], 7)).toBe('security-actions conform reference --only GET-1 --seed 7');
    expect(rerun(['GET-1'], 7, '0/2/AB:F')).toBe(
      'security-actions conform reference --only GET-1 --seed 7 --replay 0/2/AB:F',
    );
  });

  test('repeats all options together, and names a token by its variable', () => {
    const given = read(options.filter(({ purpose }) => purpose === 'run').flatMap(({ args }) => args));
    const command = rerunOn("http://127.0.0.1:9/it's", given)(['GET-1', 'GET-2'], 7, `0:1 "it's" $HOME \`id\``);
    expect(command).not.toMatch(/writer-token|reader-token'|the gateway/);
    expect(command).toContain('--header "X-Api-Key: $SECURITY_ACTIONS_HEADER_X_API_KEY"');
    expect(command).toContain('--token "$SECURITY_ACTIONS_TOKEN"');
    const [target, ...args] = shellArguments(command);
    expect(target).toBe("http://127.0.0.1:9/it's");
    expect(read(args)).toEqual({ ...given, only: ['GET-1', 'GET-2'], seed: 7, replay: `0:1 "it's" $HOME \`id\`` });
  });

  test('without a requirement repeats the selection of the run', () => {
    const given = read(['--only', 'CREATE,LIST-3', '--races', '5']);
    expect(rerunOn('reference', given)([], 7)).toBe(
      'security-actions conform reference --only CREATE,LIST-3 --seed 7 --races 5',
    );
    expect(rerunOn('reference', read([]))([], 7)).toBe('security-actions conform reference --seed 7');
  });

  test('leaves out an option that has its default', () => {
    expect(rerunOn('reference', read(['--races', String(conformOptions.races.default)]))(['GET-1'], 7)).toBe(
      'security-actions conform reference --only GET-1 --seed 7',
    );
  });
});
