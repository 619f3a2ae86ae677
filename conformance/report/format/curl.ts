import type { ReceivedResponse, SentRequest } from '../../engine/evidence/exchange.js';
import { printable } from './text.js';

/** The longest body that is written into a command, in characters. */
const longest = 4_000;

/**
 * The request as a command for a POSIX shell, one line for each element. A token is written as its variable in double quotes, so that
 * the shell expands it; everything else is quoted so that the shell expands nothing.
 */
export function curl(
  { method, url, headers, body, bytes }: SentRequest,
  response?: ReceivedResponse,
): readonly string[] {
  const options = [
    `curl -i -X ${shellQuoted(method)} ${shellQuoted(url)}${/[[\]{}]/.test(url) ? ' --globoff' : ''}${/\/\.\.?(\/|$)/.test(url) ? ' --path-as-is' : ''}${isEncoded(response) ? ' --compressed' : ''}${isHttp1(url, response) ? ' --http1.1' : ''}`,
    ...Object.entries(headers).map(([name, value]) => `  -H ${header(name, value)}`),
    // curl adds these by default.
    ...absent(headers, 'accept'),
    ...(body === undefined ? [] : absent(headers, 'content-type')),
  ];
  if (body === undefined) return continued(options);
  if (body.length > longest)
    return continued([...options, '  --data-binary @body.txt  # body.txt: the complete body above']);
  if (!bytes && printable(body) === body) return continued([...options, `  --data-raw ${shellQuoted(body)}`]);
  return [
    `printf '${octal(Buffer.from(body, bytes ? 'latin1' : 'utf8'))}' | \\`,
    ...continued([...options, '  --data-binary @-']),
  ];
}

/** Whether the body of the response came in a content coding, which curl decodes only with an option. */
function isEncoded(response: ReceivedResponse | undefined): boolean {
  const coding = response?.headers.get('content-encoding') ?? '';
  return coding !== '' && coding.toLowerCase() !== 'identity';
}

/** Whether the response came over HTTP/1.1 where curl would ask for HTTP/2. */
function isHttp1(url: string, response: ReceivedResponse | undefined): boolean {
  return response !== undefined && response.httpVersion === undefined && url.startsWith('https:');
}

/** Quotes one argument for a POSIX shell if that is necessary. */
export function shellQuoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function header(name: string, value: string): string {
  if (/^(Bearer )?\$SECURITY_ACTIONS_[A-Z0-9_]+$/.test(value)) return `"${name}: ${value}"`;
  return value === '' ? shellQuoted(`${name};`) : `'${`${name}: ${value}`.replaceAll("'", "'\\''")}'`;
}

function absent(headers: SentRequest['headers'], name: string): readonly string[] {
  return Object.keys(headers).some((one) => one.toLowerCase() === name) ? [] : [`  -H '${name}:'`];
}

function continued(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** Bytes as a format string of `printf`. */
function octal(bytes: Uint8Array): string {
  const escaped = (byte: number) => byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x2d || byte === 0x5c;
  const written = (byte: number) =>
    byte === 0x25 ? '%%' : escaped(byte) ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  return [...bytes].map(written).join('');
}
