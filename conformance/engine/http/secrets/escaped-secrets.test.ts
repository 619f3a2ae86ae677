import { expect, test } from 'vitest';
import { Secrets } from './secrets.js';

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3cml0ZXIifQ.c2lnbmF0dXJlLW9mLXRlc3Q';
const key = 'k3y+with/regex.*(chars)?=$1&"q"<x>';
const cookie = 'c00kie+0123/456789==abc';
const secrets = new Secrets(
  new Map([
    [token, 'TOKEN'],
    [key, 'KEY'],
  ]),
);
secrets.learn({
  request: { method: 'GET', url: 'https://api.example/', headers: {} },
  response: { status: 200, headers: [['set-cookie', `session=${cookie}`]], body: '' },
} as unknown as Parameters<Secrets['learn']>[0]);

const hex = (text: string) => Buffer.from(text).toString('hex');
const codes = (text: string, write: (code: number) => string) =>
  [...text].map((one) => write(one.charCodeAt(0))).join('');
const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const base64 = (bytes: string | Buffer) => Buffer.from(bytes as string).toString('base64');

const lines = (text: string, length: number, end: string) =>
  (text.match(new RegExp(`.{1,${length}}`, 'gs')) ?? []).join(end);

test.each<[string, (secret: string) => string]>([
  ['in JSON, each character', (text) => codes(text, unit)],
  ['in JSON inside of JSON', (text) => JSON.stringify(JSON.stringify(codes(text, unit)))],
  ['in JSON, some characters', (text) => codes(text, (code) => (code % 3 ? String.fromCharCode(code) : unit(code)))],
  ['in JSON, slashes as well', (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')],
  ['in a URL, each character', (text) => hex(text).replace(/../g, '%$&')],
  ['in a URL, in small letters', (text) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase())],
  ['in a URL inside of two URLs', (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text)))],
  ['in HTML by decimal numbers', (text) => codes(text, (code) => `&#${code};`)],
  ['in HTML by hexadecimal numbers', (text) => codes(text, (code) => `&#x0${code.toString(16).toUpperCase()};`)],
  ['in HTML by names', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
  ['in a program', (text) => hex(text).replace(/../g, '\\x$&')],
  ['in octal digits', (text) => codes(text, (code) => `\\${code.toString(8).padStart(3, '0')}`)],
  ['backwards', (text) => [...text].reverse().join('')],
  ['in base64 in lines', (text) => lines(base64(`x${text}`), 64, '\r\n')],
  ['in base64 in lines of JSON in JSON', (text) => JSON.stringify(lines(base64(`xy${text}`), 76, '\r\n  '))],
  ['in hexadecimal digits in lines', (text) => lines(hex(text), 64, '\n')],
  ['in pairs of digits with colons', (text) => hex(text).replace(/..(?=.)/g, '$&:')],
  [
    'in pairs of capital digits with spaces',
    (text) =>
      hex(text)
        .toUpperCase()
        .replace(/..(?=.)/g, '$& '),
  ],
  [
    'in quoted-printable',
    (text) =>
      lines(
        text.replace(/[^\w.-]/g, (one) => `=${hex(one).toUpperCase()}`),
        75,
        '=\r\n',
      ),
  ],
  ['in quoted-printable, each character', (text) => hex(text).toUpperCase().replace(/../g, '=$&')],
  ['in base64 of UTF-16 in lines', (text) => lines(base64(utf16(text)), 76, '\n')],
  ['in base64 of UTF-16 with the other byte first', (text) => base64(utf16(`x${text}`).swap16())],
  ['in UTF-16', (text) => utf16(text).toString('latin1')],
  ['in base64 of UTF-16', (text) => base64(utf16(`x${text}`))],
  ['in base64 of base64', (text) => base64(base64(`x${text}`))],
])('a secret is removed where it is escaped %s', (_, escaped) => {
  for (const [secret, name] of [
    [token, /\$TOKEN/],
    [key, /\$KEY/],
    [cookie, /SECRET-[0-9a-f]{8}/],
  ] as const) {
    const text = escaped(secret);
    const clean = secrets.redact(`before ${text} after`);
    expect(clean).toMatch(name);
    expect(clean.length, clean).toBeLessThan(50);
    expect(clean).toMatch(/^before .* after$/s);
  }
});

test('a piece of a long secret is removed where it is escaped', () => {
  const piece = codes(token.slice(3, 40), unit);
  expect(secrets.redact(`before ${piece} after`)).toBe('before $TOKEN… after');
});

test.each([0, 1, 2, 3, 4, 5])('a piece of base64 of UTF-16 is removed wherever it was cut: %i', (cut) => {
  for (const bytes of [utf16(token), utf16(token).swap16()]) {
    const text = base64(bytes).slice(20 + cut, -20);
    expect(secrets.redact(`${text} after`)).toMatch(/^.{0,4}\$TOKEN….{0,4} after$/);
    expect(secrets.redact(`"${text}…"`)).toMatch(/^".{0,4}\$TOKEN….{0,4}…"$/);
  }
});

test('text with escapes and without secrets is unchanged', () => {
  for (const text of [
    'a\\u0041\\\\"%41%2541&#65;&amp;',
    '\\'.repeat(100_000),
    `&#${'0'.repeat(100_000)}`,
    '%00\0\\u0000',
    'a=\r\n=3D 12:34:56:78:90:ab:cd \\101',
    base64(utf16('another text that is long enough')),
    `${'a'.repeat(64)}\n`.repeat(1_000),
  ])
    expect(secrets.redact(text)).toBe(text);
});

test('a megabyte of escapes takes less than a second', () => {
  const before = process.cpuUsage();
  secrets.redact('%41\\u0042&#67;'.repeat(70_000));
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
