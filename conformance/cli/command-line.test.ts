import { describe, expect, test } from 'vitest';
import { defaultOptions } from '../engine/options.js';
import { runCommandLine } from './testing/run.js';

const url = 'http://127.0.0.1:9/beta';

describe('a mistake on the command line is reported before anything is sent', () => {
  test.each<[string[], number, RegExp]>([
    [['conform', 'refrence'], 64, /is neither a URL nor a target of the kit: did you mean reference\?/],
    [
      ['conform', 'nonsense'],
      64,
      /expected a base URL such as https:\/\/graph\.example\/beta, or "mock" or "reference"/,
    ],
    [['conform', 'localhost:3000/beta'], 64, /no scheme: .*http:\/\/localhost:3000\/beta/],
    [['conform', 'ftp://127.0.0.1/beta'], 64, /scheme ftp: expected http or https/],
    [['conform', 'http://user:pass@127.0.0.1/beta'], 64, /credentials/],
    [['conform', `${url}?a=1`], 64, /query or fragment/],
    [
      ['conform', `${url}/security/securityActions`],
      64,
      /base URL before \/security, which is http:\/\/127\.0\.0\.1:9\/beta/,
    ],
    [['conform', '--only', 'NOPE-1'], 64, /there is no requirement, area or level "NOPE-1".*CREATE.*MUST/],
    [['conform', '--only', 'CREATE-999'], 64, /the ids of CREATE are CREATE-1 to CREATE-\d+/],
    [['conform', '--only', 'LISTS'], 64, /did you mean LIST/],
    [['conform', '--only', 'HTTP-12,RESOURCE-16'], 66, /no requirement with a check/],
    [['conform', 'reference', '--token', 'abc'], 64, /--token needs a target given by its URL/],
    [['conform', url, '--token', 'Bearer abc'], 64, /--token begins with "Bearer "/],
    [['conform', url, '--reader-token', 'a\nb'], 64, /--reader-token contains white space/],
    [['conform', '--offers', 'topp'], 64, /--offers: there is no feature "topp": did you mean top/],
    [['conform', '--offers', 'top', '--lacks', 'top'], 64, /--offers and --lacks both name the feature top/],
    [['conform', '--allow-writes', 'https://h.example/x'], 64, /not an origin/],
    [['conform', '--seed', 'abc'], 64, /--seed <number>' argument 'abc' is invalid.*whole number/],
    [['conform', '--concurrency', '0'], 64, /from 1 to 256/],
    [['conform', '--races', 'many'], 64, /--races <number>' argument 'many' is invalid/],
    [['conform', '--replay', '0/12:3:0/AABG:F'], 64, /--replay needs the seed/],
    [
      ['conform', '--json', '/nowhere/at/all.json'],
      64,
      /--json "\/nowhere\/at\/all\.mock\.json" cannot be written: the folder \/nowhere\/at does not exist/,
    ],
    [['conform', '--json', 'a', '--junit', 'a'], 64, /each its own file/],
    [['conform', '--verbose', '--quiet'], 64, /contradict/],
    [['conform', '--bogus'], 64, /unknown option '--bogus'/],
    [['bogus'], 64, /unknown command 'bogus'/],
    [[], 64, /Usage: security-actions/],
    [['explain', 'CREATE-999'], 64, /no requirement "CREATE-999"/],
    [['list', '--level', 'MUSST'], 64, /--level: there is no "MUSST": did you mean MUST\?/],
    [['serve', '--throttle', '5'], 64, /such as 100\/1/],
    [['mock', '--port', '70000'], 64, /from 0 to 65535/],
  ])('%j', async (argv, code, message) => {
    const ran = await runCommandLine(argv, { env: { SECURITY_ACTIONS_TOKEN: 'not-used-by-an-embedded-target' } });
    expect(ran.stderr).toMatch(message);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  });

  test('the message about a wrong token does not repeat the token', async () => {
    const { stderr } = await runCommandLine(['conform', url, '--token', 'Bearer s3cret']);
    expect(stderr).toContain('--token begins with "Bearer "');
    expect(stderr).not.toContain('s3cret');
  });
});

test.each([[[]], [['conform']], [['mock']], [['serve']], [['list']], [['explain']]])(
  '--help of the command %j goes to standard output',
  async (command) => {
    const { code, stdout, stderr } = await runCommandLine([...command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: security-actions/);
  },
);

test('the help of conform shows the defaults of a run', async () => {
  const { stdout } = await runCommandLine(['conform', '--help']);
  const text = stdout.replace(/\s+/g, ' ');
  for (const [flag, value] of [
    ['--concurrency', defaultOptions.concurrency],
    ['--timeout', defaultOptions.timeoutMs],
    ['--settle', defaultOptions.settleMs],
    ['--sequences', defaultOptions.sequences],
    ['--budget', defaultOptions.budgetMs],
    ['--races', defaultOptions.races],
  ] as const)
    expect(text).toMatch(new RegExp(`${flag} <\\w+> [^(]*\\(default: ${value}\\)`));
});
