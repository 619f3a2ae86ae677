import { identities } from '../evidence/exchange.js';
import { type Target, tokenVariable } from '../target.js';
import { alteredToken } from './altered-token.js';

/** Replaces secrets in text by the name of the variable they came from. */
export type Redact = (text: string) => string;

/** A piece of a long secret that is this long, in characters, is taken for the secret: reports cut texts in the middle. */
const fragment = 16;
/** Secrets shorter than this, in characters, have no telling pieces. */
const longSecret = 32;
/** Shorter than this, in characters, a secret may be part of an ordinary word. */
const shortSecret = 8;

/**
 * Builds a redactor for the given secrets (secret to variable name), in the forms in which they may come back: plain, and with
 * any of their characters written as JSON, a URL or HTML escapes it; of long ones also pieces, as a cut leaves them.
 */
export function redactor(secrets: ReadonlyMap<string, string>): Redact {
  const named = [...secrets].flatMap(([secret, name]) => [
    [secret, name] as const,
    [alteredToken(secret), `${name}_ALTERED`] as const,
  ]);
  // Longest first, so that a secret which contains another is replaced whole.
  const whole = named
    .filter(([secret]) => secret !== '')
    .sort(([a], [b]) => b.length - a.length)
    .map(([secret, name]) => [formsOf(secret), `$${name}`] as const);
  const pieces = piecesOf(named);
  return (text) =>
    withoutPieces(
      whole.reduce((clean, [form, name]) => clean.replace(form, () => name), text),
      pieces,
    );
}

/** A secret of a few letters is a word like others, so it is replaced only where it stands by itself. */
function formsOf(secret: string): RegExp {
  const forms = [...secret].map(anyForm).join('');
  return new RegExp(secret.length < shortSecret ? `(?<!\\w)${forms}(?!\\w)` : forms, 'g');
}

function anyForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const literal = `\\\\?${character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')}`;
  if (/\w/.test(character)) return character;
  const any = (digits: string) => digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const percent = [...encodeURIComponent(character).matchAll(/%(..)/g)]
    .map(([, digits]) => `%${any((digits ?? '').toLowerCase())}`)
    .join('');
  const forms = [
    literal,
    `\\\\+u${any(hex.padStart(4, '0'))}`,
    `&#0*${code};`,
    `&#[xX]0*${any(hex)};`,
    percent || `%${any(hex.padStart(2, '0'))}`,
  ];
  return `(?:${forms.join('|')})`;
}

/** The redactor for all tokens of a target. */
export function redactorFor({ tokens }: Pick<Target, 'tokens'>): Redact {
  const secrets = identities.flatMap((identity) => {
    const token = tokens[identity];
    return token === undefined ? [] : [[token, tokenVariable(identity)] as const];
  });
  return redactor(new Map(secrets));
}

function piecesOf(named: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const pieces = new Map<string, string>();
  for (const [secret, name] of named) {
    if (secret.length < longSecret) continue;
    for (let at = 0; at + fragment <= secret.length; at++) {
      const piece = secret.slice(at, at + fragment);
      if (!pieces.has(piece)) pieces.set(piece, name);
    }
  }
  return pieces;
}

function withoutPieces(text: string, pieces: ReadonlyMap<string, string>): string {
  if (pieces.size === 0) return text;
  let clean = '';
  let copied = 0;
  for (let at = 0; at + fragment <= text.length; at++) {
    const name = pieces.get(text.slice(at, at + fragment));
    if (name === undefined) continue;
    clean += `${text.slice(copied, at)}$${name}…`;
    at += fragment;
    while (pieces.has(text.slice(at - fragment + 1, at + 1))) at++;
    copied = at--;
  }
  return clean + text.slice(copied);
}
