import { expect, test } from 'vitest';
import { spellings } from '../engine/http/secrets/spellings.js';
import { SecretScan } from './scan.js';

const secret = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3cml0ZXIifQ.c2lnbmF0dXJlLW9mLXRlc3Q';
const scan = new SecretScan([{ name: 'TOKEN', spellings: spellings(secret) }]);
const base64 = Buffer.from(secret).toString('base64');
const octal = [...Buffer.from(secret)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
const hex = Buffer.from(secret).toString('hex');

test.each([
  ['as it is', secret],
  ['backwards', [...secret].reverse().join('')],
  ['in base64', base64],
  ['in base64 in lines', base64.replace(/.{64}/g, '$&\r\n')],
  ['in base64 in lines of JSON', JSON.stringify(base64.replace(/.{76}/g, '$&\n'))],
  ['in octal digits', octal],
  ['in octal digits in JSON', JSON.stringify(octal)],
  ['in pairs of digits', hex.replace(/..(?=.)/g, '$&:')],
  ['in quoted-printable', secret.replace(/.{60}/g, '$&=\r\n')],
])('a secret %s is a leak', (_, text) => {
  expect(scan.leaksIn(`before ${text} after`)).toEqual([{ name: 'TOKEN', count: 1 }]);
});

test('a piece of a secret and other texts in lines are none', () => {
  expect(scan.leaksIn(secret.slice(1))).toEqual([]);
  expect(scan.leaksIn(`${'another text in base64 '.repeat(9).replaceAll(' ', '+')}\n`.repeat(3))).toEqual([]);
});
