import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Needles } from '../engine/http/secrets/needles.js';
import { Secrets } from '../engine/http/secrets/secrets.js';
import { spellings } from '../engine/http/secrets/spellings.js';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { runCommandLine } from './testing/run.js';

const cookie = 'c00kie-0123456789-abcdefghij';
const password = 'pass-w0rd-0123456789';
const files = ['record', 'json', 'junit', 'har', 'sarif', 'markdown', 'html'];

const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const utf16 = (text: string) => base64(Buffer.from(text, 'utf16le'));
const inLines = (text: string, length: number, end: string) =>
  text.replaceAll(new RegExp(`.{${length}}`, 'g'), `$&${end}`);

let folder: string;
let url: string;
let close: () => Promise<void>;
let tokens: Readonly<Record<string, string>>;

/** A secret in lines, in pairs of digits, by codes and backwards. */
function split(secret: string) {
  return {
    mime: inLines(base64(`x${secret}`), 76, '\r\n'),
    pem: inLines(utf16(secret), 64, '\n'),
    colons: inLines(hex(secret), 2, ':'),
    quoted: inLines(secret, 75, '=\r\n'),
    codes: inLines(hex(secret), 2, '=').replace(/^(.*)=$/, '=$1'),
    octal: secret.replaceAll(/./g, (one) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`),
    backwards: [...secret].reverse().join(''),
  };
}

/** A target that sends the token back in every way, and secrets of its own. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echo-'));
  const reference = createReference({ seed: 1 });
  tokens = await reference.tokens.mintAll();
  const echoing = async (request: Request) => {
    const token = request.headers.get('authorization')?.replace(/^\S+ /, '') ?? 'none';
    const response = await reference.fetch(request);
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.set('x-echo', token);
    headers.set('x-base64', Buffer.from(`Bearer ${token}`).toString('base64'));
    headers.append('set-cookie', `session=${cookie}; Path=/`);
    headers.append('set-cookie', 'theme=dark');
    if (text === '') return new Response(null, { status: response.status, headers });
    const body = JSON.parse(text);
    const shifted = [0, 1, 2].map((offset) => Buffer.from(`${'x'.repeat(offset)}${token}`).toString('base64'));
    const echo = {
      token,
      shifted,
      url: encodeURIComponent(token),
      hex: Buffer.from(token).toString('hex'),
      hexadecimal: Buffer.from(token).toString('hex').toUpperCase(),
      base64url: Buffer.from(JSON.stringify({ token })).toString('base64url'),
      escaped: `${token}`.replace(/./g, (one) => `\\\\u00${Buffer.from(one).toString('hex')}`),
      percent: Buffer.from(token).toString('hex').replace(/../g, '%25$&'),
      utf16: utf16(token),
      ...(body.error && { ...split(token), ofCookie: split(cookie) }),
      link: `https://user:${password}@api.example/?t=${token}`,
      cookie: `the session is ${Buffer.from(cookie).toString('base64')} or ${cookie}`,
    };
    if (body.error) body.error.message = `no access with ${utf16(token)}, ${inLines(hex(token), 2, ':')} and ${token}`;
    else body.actionReason = `${token} ${shifted[2]} ${echo.hex}`;
    return Response.json({ ...body, echo }, { status: response.status, headers });
  };
  const server = await listen({ fetch: echoing, basePath: reference.basePath });
  url = server.url;
  close = server.close;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await close();
  await rm(folder, { recursive: true });
});

async function conform(prefix: string) {
  const named = files.flatMap((name) => [`--${name}`, join(folder, `${prefix}.${name}`)]);
  const env = {
    SECURITY_ACTIONS_TOKEN: tokens.writer,
    SECURITY_ACTIONS_READER_TOKEN: tokens.reader,
    SECURITY_ACTIONS_STRANGER_TOKEN: tokens.stranger,
    GITHUB_ACTIONS: 'true',
  };
  const only = ['--only', 'CREATE-1,CREATE-12,GET-1,GET-3,AUTH-1,AUTH-2,AUTH-4', '--verbose'];
  const ran = await runCommandLine(['conform', url, ...named, ...only], { env });
  const written = await Promise.all(files.map((name) => readFile(join(folder, `${prefix}.${name}`), 'utf8')));
  const [record = ''] = written;
  const scanned = JSON.parse(record.split('\n').find((line) => line.startsWith('{"type":"scanned"')) ?? '');
  return { ...ran, everything: [ran.stdout, ran.stderr, ...written].join('\n'), scanned };
}

test('nothing that a run writes has a secret that the target sends back', async () => {
  const { code, everything, scanned } = await conform('clean');
  expect(code).not.toBe(70);
  expect(scanned).toMatchObject({ hits: 0 });
  expect(scanned.files.map(({ name }: { name: string }) => name).sort()).toEqual([...files, 'terminal'].sort());
  expect(scanned.spellings).toBeGreaterThan(30);
  const secrets = [tokens.writer ?? '', tokens.reader ?? '', cookie, password];
  const needles = new Needles<string>();
  for (const secret of secrets) for (const spelling of spellings(secret)) needles.add(spelling, spelling);
  // A text may be cut anywhere; pieces of fewer than 16 characters may stay.
  const pieces = utf16(tokens.writer ?? '').match(/.{8}/g) ?? [];
  for (let at = 0; at + 6 <= pieces.length; at++) needles.add(pieces.slice(at, at + 6).join(''), 'a piece');
  for (const secret of secrets) needles.add(split(secret).octal.slice(0, 80), 'octal digits');
  expect([...needles.findIn(everything)]).toEqual([]);
  // Without what splits an encoded text, and without what escapes a backslash.
  expect([...needles.findIn(everything.replaceAll(/=?(?:\\+[rn]|\s)+|[:=]/g, ''))]).toEqual([]);
  expect([...needles.findIn(everything.replaceAll(/\\+/g, '\\'))]).toEqual([]);
  expect(everything).not.toContain('theme=dark');
  expect(everything).toMatch(/session=SECRET-[0-9a-f]{8}/);
  const verified = await runCommandLine(['verify', join(folder, 'clean.record')]);
  expect(verified).toMatchObject({ code: 0 });
}, 120_000);

test('a redactor that leaves a secret in place is a fault of the kit', async () => {
  vi.spyOn(Secrets.prototype, 'redact').mockImplementation((text: string) => text);
  const { code, stderr, scanned } = await conform('broken');
  vi.restoreAllMocks();
  expect(code).toBe(70);
  expect(stderr).toContain('record contains SECURITY_ACTIONS_TOKEN');
  expect(scanned.hits).toBeGreaterThan(0);
}, 120_000);
