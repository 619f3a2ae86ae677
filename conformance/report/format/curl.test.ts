import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { curl } from './curl.js';

/** Runs the command in a shell in which `curl` prints its arguments and then its input, each argument in a line of JSON. */
function run(lines: readonly string[]): { readonly args: readonly string[]; readonly input: Buffer } {
  const node = JSON.stringify(process.execPath);
  const stub = `curl() { ${node} -e 'process.stdout.write(JSON.stringify(process.argv.slice(1))+"\\n")' -- "$@"; case "$*" in *@-*) cat;; esac; }`;
  const output = execFileSync('sh', ['-c', `${stub}\n${lines.join('\n')}`], {
    env: { PATH: process.env.PATH ?? '', SECURITY_ACTIONS_TOKEN: 'the token' },
  });
  const end = output.indexOf(10);
  return { args: JSON.parse(output.subarray(0, end).toString()), input: output.subarray(end + 1) };
}

const headers = { accept: 'application/json', authorization: 'Bearer $SECURITY_ACTIONS_TOKEN' };
const url = "http://127.0.0.1:1/beta/x?$filter=name eq 'a'&b=$HOME";

describe('pasted into a shell, the command', () => {
  test('sends the URL, the header fields and the token of the variable', () => {
    const { args } = run(curl({ method: 'GET', url, headers: { ...headers, prefer: '$(id) `id`' } }));
    expect(args).toEqual([
      '-i',
      '-X',
      'GET',
      url,
      '-H',
      'accept: application/json',
      '-H',
      'authorization: Bearer the token',
      '-H',
      'prefer: $(id) `id`',
    ]);
  });

  test('sends a text body unchanged', () => {
    const body = `{"a":"it's \\"$HOME\\" é 😀"}\n`;
    const { args } = run(
      curl({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, body }),
    );
    expect(args.at(-1)).toBe(body);
  });

  test('keeps curl from adding header fields', () => {
    const { args } = run(curl({ method: 'POST', url, headers: {}, body: '{}' }));
    expect(args.filter((one) => one.endsWith(':'))).toEqual(['accept:', 'content-type:']);
  });

  test('sends a body of bytes unchanged', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const { input } = run(curl({ method: 'POST', url, headers, body: bytes.toString('latin1'), bytes: true }));
    expect(input).toEqual(bytes);
  });

  test('sends control characters in text as UTF-8', () => {
    const { input } = run(curl({ method: 'POST', url, headers, body: '-é\u0000%d\u001b' }));
    expect(input.toString()).toBe('-é\u0000%d\u001b');
  });
});
