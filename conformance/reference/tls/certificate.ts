import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { ServerCertificate } from '../listen.js';
import {
  bitString,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  time,
  utf8String,
  yes,
} from './der.js';

const dayMs = 86_400_000;
const lifetimeDays = 397;

/** A new certificate for the loopback interface, and the certificate of the authority that signed it, in PEM form. */
export interface LocalCertificate extends ServerCertificate {
  readonly authority: string;
}

/**
 * Creates an authority and a certificate for `localhost`, 127.0.0.1 and ::1 (RFC 5280), valid for 397 days from a day before `now`.
 * The private key of the authority is not kept, so nobody can sign another certificate with it.
 */
export function createLocalCertificate(now = new Date()): LocalCertificate {
  const [authority, server] = [newKeyPair(), newKeyPair()];
  // The name is unique, so that a client that trusts several authorities does not confuse them.
  const name = `security-actions ${randomBytes(4).toString('hex')}`;
  const issuer = { name, ...authority };
  const pem = (subject: Subject) => certificate(subject, issuer, now);
  return {
    authority: pem({ name, publicKey: authority.publicKey, extensions: authorityExtensions }),
    cert: pem({ name: 'localhost', publicKey: server.publicKey, extensions: serverExtensions }),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface Subject {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Uint8Array[];
}

interface Issuer {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const keyUsage = {
  digitalSignature: bitString(Uint8Array.of(0x80), 7),
  keyCertSign: bitString(Uint8Array.of(0x04), 2),
};
const dnsName = (name: string) => tagged(2, false, Buffer.from(name, 'ascii'));
const ipAddress = (...bytes: readonly number[]) => tagged(7, false, Uint8Array.from(bytes));
const serverNames = [
  dnsName('localhost'),
  ipAddress(127, 0, 0, 1),
  ipAddress(...Array.from({ length: 15 }, () => 0), 1),
];

const authorityExtensions = [
  extension('2.5.29.19', sequence(yes, integer(Uint8Array.of(0))), true),
  extension('2.5.29.15', keyUsage.keyCertSign, true),
];

const serverExtensions = [
  extension('2.5.29.19', sequence(), true),
  extension('2.5.29.15', keyUsage.digitalSignature, true),
  extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', sequence(...serverNames)),
];

/** The certificate of a subject, signed by the issuer, in PEM form. */
function certificate(subject: Subject, issuer: Issuer, now: Date): string {
  const start = new Date(now.getTime() - dayMs);
  const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
  const unsigned = sequence(
    tagged(0, true, integer(Uint8Array.of(2))),
    integer(randomBytes(16)),
    ecdsaWithSha256,
    commonName(issuer.name),
    sequence(time(start), time(new Date(start.getTime() + lifetimeDays * dayMs))),
    commonName(subject.name),
    exported(subject.publicKey),
    tagged(
      3,
      true,
      sequence(
        ...subject.extensions,
        extension('2.5.29.14', octetString(keyIdentifier(subject.publicKey))),
        extension('2.5.29.35', sequence(tagged(0, false, keyIdentifier(issuer.publicKey)))),
      ),
    ),
  );
  const signed = sequence(unsigned, ecdsaWithSha256, bitString(sign('sha256', unsigned, issuer.privateKey)));
  const lines = signed.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function extension(id: string, content: Uint8Array, critical = false): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [yes] : []), octetString(content));
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(name))));
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256').update(exported(key)).digest().subarray(0, 20);
}

function exported(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function newKeyPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}
