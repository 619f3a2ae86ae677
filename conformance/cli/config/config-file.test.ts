// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in a configuration file look like this
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommandLine } from '../testing/run.js';
import { fileOptions } from './config-template.js';
import { conformOptions } from './conform-options.js';
import { settable } from './settings.js';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
  file = join(folder, 'ours.yaml');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Prints the configuration that a file, flags and the environment give. */
async function printed(text: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  await writeFile(file, text);
  const ran = await runCommandLine(['conform', '--config', file, '--print-config', ...args], { env });
  return { ...ran, stdout: ran.stdout.replaceAll(file, 'ours.yaml'), stderr: ran.stderr.replaceAll(file, 'ours.yaml') };
}

/** The value and the source of a setting in the output of `--print-config`. */
function setting(stdout: string, name: string): readonly string[] {
  const line = stdout.split('\n').find((one) => one.startsWith(`  ${name} `)) ?? '';
  return line.trim().split(/ {2,}/).slice(1);
}

const staging = (more = '') => `targets:\n  staging:\n    url: https://staging.example/beta\n${more}`;
const option = (line: string) => staging(`    options:\n      ${line}\n`);

describe('every source of an option', () => {
  /** Two values of each option that differ from its default, as arguments. */
  const values: Readonly<Record<string, readonly [string, string]>> = {
    only: ['CREATE-1', 'GET-1'],
    offers: ['top', 'skip'],
    lacks: ['count', 'orderby'],
    vendor: ['One', 'Other'],
    provider: ['One', 'Other'],
    actionName: ['One', 'Other'],
    parameters: ['IP=192.0.2.1', 'IP=192.0.2.2'],
    effort: ['smoke', 'deep'],
    rate: ['50/s', '300/m'],
    maxTime: ['90s', '5m'],
    seed: ['1', '2'],
    concurrency: ['1', '2'],
    timeout: ['100', '200'],
    settle: ['100', '200'],
    patience: ['100', '200'],
    maxBody: ['100', '200'],
    sequences: ['100', '200'],
    budget: ['100', '200'],
    races: ['100', '200'],
  };
  const needFiles = ['ca', 'clientCert', 'clientKey', 'insecure', 'http1', 'ledger'];

  test('the table has every option that a file can set', () => {
    expect(Object.keys(values).sort()).toEqual(
      fileOptions.flatMap(([name]) => (needFiles.includes(name) ? [] : [name])).sort(),
    );
  });

  test.each(Object.entries(values))('%s: flag before environment before file before default', async (name, [a, b]) => {
    const [flag = ''] = conformOptions[name as keyof typeof conformOptions].flags.split(' ');
    const variable = `SECURITY_ACTIONS_${flag.slice(2).toUpperCase().replaceAll('-', '_')}`;
    const written = Array.isArray(fileOptionValue(name, a)) ? `["${a}"]` : a;
    const inFile = option(`${name}: ${written}`);
    expect(setting((await printed(staging())).stdout, name)[1]).toBe('default');
    expect(setting((await printed(inFile)).stdout, name)).toEqual([a, 'file ours.yaml:5']);
    const env = { [variable]: b };
    expect(setting((await printed(inFile, [], env)).stdout, name)).toEqual([b, `environment ${variable}`]);
    expect(setting((await printed(inFile, [flag, a], env)).stdout, name)).toEqual([a, `flag ${flag}`]);
  });

  function fileOptionValue(name: string, text: string): unknown {
    return conformOptions[name as 'only'].parse?.(text);
  }

  test('what an effort sets comes after what is given, and says so', async () => {
    const { stdout } = await printed(staging(), ['--effort', 'deep', '--races', '4']);
    expect(setting(stdout, 'sequences')).toEqual(['450', 'effort deep']);
    expect(setting(stdout, 'races')).toEqual(['4', 'flag --races']);
    expect(setting(stdout, 'concurrency')[1]).toBe('default');
  });

  test('insecure, allowWrites, headers and the URL', async () => {
    const { stdout } = await printed(
      'targets:\n  local:\n    url: ${env:BASE}\n    allowWrites: https://127.0.0.1:8443\n    headers:\n      X-Key: ${env:KEY}\n    options: { insecure: true }\n',
      [],
      { BASE: 'https://127.0.0.1:8443/beta', KEY: 'very-secret' },
    );
    expect(setting(stdout, 'url')).toEqual(['https://127.0.0.1:8443/beta', 'file ours.yaml:3']);
    expect(setting(stdout, 'allowWrites')).toEqual(['https://127.0.0.1:8443', 'file ours.yaml:4']);
    expect(setting(stdout, 'header')).toEqual(['X-Key: ********', 'file ours.yaml:6']);
    expect(setting(stdout, 'insecure')).toEqual(['true', 'file ours.yaml:7']);
    expect(stdout).not.toContain('very-secret');
  });

  test('tokens: flag before environment before file', async () => {
    const text = staging('    tokens:\n      writer: ${env:MINE}\n      reader: { tokenCommand: [tool, --token] }\n');
    const env = { MINE: 'writer-secret' };
    const fromFile = await printed(text, [], env);
    expect(setting(fromFile.stdout, 'token')).toEqual(['******** from ${env:MINE}', 'file ours.yaml:5']);
    expect(setting(fromFile.stdout, 'reader-token')).toEqual(['******** from the command tool', 'file ours.yaml:6']);
    expect(setting(fromFile.stdout, 'stranger-token')).toEqual(['–', 'default']);
    const both = { ...env, SECURITY_ACTIONS_TOKEN: 'other-secret' };
    expect(setting((await printed(text, [], both)).stdout, 'token')[1]).toBe('environment SECURITY_ACTIONS_TOKEN');
    const flag = await printed(text, ['--token', 'third-secret'], both);
    expect(setting(flag.stdout, 'token')).toEqual(['********', 'flag --token']);
    expect(fromFile.stdout + flag.stdout).not.toContain('-secret');
  });

  test('proxies, without their credentials', async () => {
    const { stdout } = await printed(staging(), [], {
      HTTPS_PROXY: 'http://user:pass@proxy.example:3128',
      NO_PROXY: '.local',
    });
    expect(setting(stdout, 'proxy for https')).toEqual([
      'http://********@proxy.example:3128',
      'environment HTTPS_PROXY',
    ]);
    expect(setting(stdout, 'no proxy for')).toEqual(['.local', 'environment NO_PROXY']);
  });
});

test('the schema describes exactly the options that a file can set, with their help and defaults', async () => {
  const schema = JSON.parse(await readFile(join(import.meta.dirname, 'schemas/config.schema.json'), 'utf8'));
  const parsed = (read: ((text: string) => unknown) | undefined) => {
    try {
      return read?.('1');
    } catch {
      return undefined;
    }
  };
  const expected = fileOptions.map(([name, { flags, help, default: value, parse: read }]) => {
    const kind = !flags.includes('<')
      ? { type: 'boolean' }
      : Array.isArray(parsed(read))
        ? { type: 'array', items: { type: 'string', minLength: 1 } }
        : typeof parsed(read) === 'number'
          ? { type: flags.includes('<time>') ? ['integer', 'string'] : 'integer' }
          : { type: 'string', minLength: 1 };
    return [name, { description: help, ...kind, ...(value !== undefined && { default: value }) }];
  });
  expect(schema.$defs.options.properties).toEqual(Object.fromEntries(expected));
  expect(settable.length).toBe(fileOptions.length + 4);
});

describe('a mistake ends the run with 64 before a request is sent', () => {
  const secret = 'eyJhbGciOi.inline.secret';
  test.each<[string, string, RegExp]>([
    [
      'an unknown member',
      'targetz: {}',
      /ours.yaml:1: the file has no member "targets"|unknown member "targetz": did you mean targets/,
    ],
    [
      'an unknown member of a target',
      staging('    urls: x\n'),
      /ours.yaml:4: .*unknown member "urls": did you mean url\?/,
    ],
    ['an unknown option', option('concurency: 4'), /ours.yaml:5: .*"concurency": did you mean concurrency\?/],
    ['an unknown identity', staging('    tokens:\n      raeder: ${env:A}\n'), /"raeder": did you mean reader\?/],
    ['a wrong type', option('races: many'), /ours.yaml:5: targets.staging.options.races is "many": expected integer/],
    ['no time', option('timeout: soon'), /ours.yaml:5: options.timeout is "?soon"?: Expected a time such as 90s/],
    [
      'a number out of bounds',
      option('races: 5000'),
      /ours.yaml:5: options.races is 5000: Expected a whole number from 0 to 1000/,
    ],
    ['a value of a list', option('only: [CREAT]'), /--only: .*CREATE/],
    [
      'an inline token',
      staging(`    tokens:\n      writer: ${secret}\n`),
      /ours.yaml:5: .*not repeated here: expected a reference to an environment variable, such as \$\{env:STAGING_TOKEN\}/,
    ],
    [
      'an inline header',
      staging(`    headers:\n      X-Key: ${secret}\n`),
      /ours.yaml:5: .*such as \$\{env:STAGING_TOKEN\}/,
    ],
    [
      'an inline client secret',
      staging(
        `    tokens:\n      writer: { oauth: { tokenUrl: https://a.example, clientId: a, clientSecret: ${secret} } }\n`,
      ),
      /such as \$\{env:STAGING_TOKEN\}/,
    ],
    [
      'a token as a number',
      staging('    tokens:\n      writer: 12345678\n'),
      /not repeated here: expected string or object/,
    ],
    [
      'a variable that is not set',
      staging('    tokens:\n      writer: ${env:NONE}\n'),
      /ours.yaml:5: the environment variable NONE is not set/,
    ],
    [
      'two sources of a token',
      staging(
        '    tokens:\n      writer: { tokenCommand: [a], oauth: { tokenUrl: https://a.example, clientId: a, clientSecret: "${env:HOME_SECRET}" } }\n',
      ),
      /exactly one of them/,
    ],
    [
      'a token endpoint without TLS',
      staging(
        '    tokens:\n      writer: { oauth: { tokenUrl: http://a.example, clientId: a, clientSecret: "${env:HOME_SECRET}" } }\n',
      ),
      /expected an https URL/,
    ],
    [
      'writes to another origin',
      staging('    allowWrites: https://other.example\n'),
      /ours.yaml:4: .*expected the origin of the target, which is https:\/\/staging.example/,
    ],
    [
      'a URL with credentials',
      'targets:\n  a:\n    url: https://user:inline.secret@a.example\n',
      /ours.yaml:3: .*has credentials in its URL/,
    ],
    [
      'the name of a target of the kit',
      'targets:\n  mock: { url: https://a.example }\n',
      /ours.yaml:2: "mock" cannot be the name/,
    ],
    ['no target', 'targets: {}', /names no target/],
  ])('%s', async (_, text, message) => {
    await writeFile(file, text);
    const ran = await runCommandLine(['conform', '--config', file], { env: { HOME_SECRET: 'inline.secret' } });
    expect(ran).toMatchObject({ code: 64, stdout: '' });
    expect(ran.stderr.replaceAll(file, 'ours.yaml')).toMatch(message);
    expect(ran.stderr).not.toContain('inline.secret');
    expect(ran.stderr).not.toContain('12345678');
  });

  test('the name of a target that is not in the file', async () => {
    await writeFile(file, staging());
    const ran = await runCommandLine(['conform', 'stagin', '--config', file]);
    expect(ran).toMatchObject({ code: 64, stderr: expect.stringContaining('did you mean staging?') });
  });

  test('a value of an environment variable', async () => {
    const ran = await printed(staging(), [], { SECURITY_ACTIONS_RACES: 'many' });
    expect(ran).toMatchObject({ code: 64, stderr: expect.stringContaining('SECURITY_ACTIONS_RACES "many": Expected') });
  });

  test('one token for several targets, unless the file refers to it for each', async () => {
    const two = `${staging()}  prod:\n    url: https://prod.example\n`;
    const env = { SECURITY_ACTIONS_TOKEN: 'writer-secret' };
    for (const [args, given] of [
      [['--token', 'writer-secret'], {}],
      [[], env],
    ] as const)
      expect(await printed(two, args, given)).toMatchObject({
        code: 64,
        stderr: expect.stringContaining('would be sent to staging and prod: name one target'),
      });
    const tokens = '    tokens: { writer: "${env:SECURITY_ACTIONS_TOKEN}" }\n';
    expect(await printed(`${staging(tokens)}  prod:\n    url: https://prod.example\n${tokens}`, [], env)).toMatchObject(
      {
        code: 0,
      },
    );
  });
});

test('init writes a file that is valid as it is and with every comment taken away, and never overwrites one', async () => {
  const made = join(folder, 'init.yaml');
  expect((await runCommandLine(['init', made])).code).toBe(0);
  const print = (env = {}) => runCommandLine(['conform', '--config', made, '--print-config'], { env });
  expect((await print()).code).toBe(0);
  const text = await readFile(made, 'utf8');
  // What is a setting: a name and a colon, not a sentence.
  const uncommented = text.replace(/^( *)# (( {2})*(- )?[A-Za-z\d-]+:( .*)?)$/gm, (line, space, rest) =>
    /^ *[a-z]+[A-Za-z\d-]*:|^ *X-/.test(rest) && !rest.startsWith('yaml-') ? `${space}${rest}` : line,
  );
  const { local } = parse(uncommented).targets;
  expect(Object.keys(local.options)).toEqual(fileOptions.map(([name]) => name));
  expect(Object.keys(local)).toEqual(['url', 'allowWrites', 'baseline', 'tokens', 'headers', 'options']);
  expect(await runCommandLine(['init', made])).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('exists already'),
  });
  expect(await readFile(made, 'utf8')).toBe(text);
});

test.each([
  ['', /ours\.yaml:1: the file is empty$/],
  ['targets:\n  - url: https://staging.example/beta\n    token: hidden\n', /:2: targets is an array: expected object$/],
  [staging('    tokens: hidden\n'), /tokens is a text: expected object$/],
  [staging('    tokens: [hidden]\n'), /tokens is an array: expected object$/],
])('a file with another form is named without what it holds: %j', async (text, expected) => {
  const { code, stderr } = await printed(text);
  expect(code).toBe(64);
  expect(stderr.trim()).toMatch(expected);
  expect(stderr).not.toContain('hidden');
});

test('a folder in place of the file is named as such', async () => {
  const { code, stderr } = await runCommandLine(['conform', '--config', folder, '--print-config'], { env: {} });
  expect([code, stderr]).toEqual([64, expect.stringContaining('it is a folder: give the path of a file')]);
});
