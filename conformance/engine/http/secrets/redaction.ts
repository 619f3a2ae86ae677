import { identities } from '../../evidence/exchange.js';
import { alteredToken } from './altered-token.js';
import { encodings } from './spellings.js';

/** Replaces each secret in a text by `$` and the name of the variable that holds it. */
export type Redact = (text: string) => string;

/** Characters of a piece of a long secret that is replaced like the secret itself, because reports shorten texts. */
const pieceLength = 16;
/** Characters of the shortest secret of which pieces are replaced as well. */
const longSecret = 32;
/** Characters below which a secret may be part of an ordinary word. */
const shortSecret = 8;
/** Characters that the quick search for pieces compares at a time. */
const gramLength = 8;
/** Binary digits of the hash of so many characters: enough that the pieces of all forms of a few tokens mark only a small part. */
const gramBits = 20;

/** One form of a secret that is replaced as a whole. */
interface WholeForm {
  readonly length: number;
  readonly anchor: string;
  /** Whether {@link Pieces} finds the anchor. */
  readonly isPiece: boolean;
  readonly form: RegExp;
  readonly replacement: string;
}

/**
 * Replaces each form in which a secret may come back: plain, with any of its characters escaped as in JSON, a URL or HTML, encoded in
 * base64 or hexadecimal digits, and any piece of a long form that is at least {@link pieceLength} long.
 */
export class Redactor {
  /** Longest first, so that a secret that contains another one is replaced as a whole. */
  #whole: readonly WholeForm[] = [];
  readonly #pieces = new Pieces();

  /** @param secrets secret to variable name */
  add(secrets: ReadonlyMap<string, string>): void {
    const named = [...secrets]
      .filter(([secret]) => secret !== '')
      .flatMap(([secret, name]) => [[secret, name] as const, [alteredToken(secret), `${name}_ALTERED`] as const])
      .flatMap(([secret, name]) => [secret, ...encodings(secret)].map((text) => [text, name] as const));
    for (const [form, name] of named) this.#pieces.add(form, name);
    const added = named.map(([form, name]) => ({
      length: form.length,
      ...anchorOf(form),
      form: formsOf(form),
      replacement: `$${name}`,
    }));
    this.#whole = [...this.#whole, ...added].sort((a, b) => b.length - a.length);
  }

  readonly redact: Redact = (text) => {
    const anyPiece = this.#pieces.occurIn(text);
    let clean = text;
    for (const { anchor, isPiece, form, replacement } of this.#whole) {
      if (isPiece ? anyPiece : clean.includes(anchor)) clean = clean.replace(form, () => replacement);
    }
    return anyPiece ? this.#pieces.replacedIn(clean) : clean;
  };
}

/** A redactor for these secrets (secret to variable name). */
export function redactor(secrets: ReadonlyMap<string, string>): Redact {
  const made = new Redactor();
  made.add(secrets);
  return made.redact;
}

/** Whether a text that was given as a secret is a short word or a number: it would be found in ordinary texts and in those of the kit. */
export function isCommonWord(text: string): boolean {
  if (text.length < 4 || /^\d{1,7}$/.test(text)) return true;
  if (identities.some((identity) => identity === text.toLowerCase())) return true;
  return /^[a-z]{4,7}$/i.test(text);
}

/** The longest run of letters and digits in a secret, which is the same in all of its forms, and whether {@link Pieces} finds it. */
function anchorOf(secret: string): { readonly anchor: string; readonly isPiece: boolean } {
  const [anchor = ''] = (secret.match(/\w+/g) ?? []).sort((a, b) => b.length - a.length);
  return { anchor, isPiece: secret.length >= longSecret && anchor.length >= pieceLength };
}

/** Matches all forms of a secret. One of a few letters may be an ordinary word, so it matches only whole words. */
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

/** The pieces of long secrets, and a quick test whether a text has one of them. */
class Pieces {
  readonly #names = new Map<string, string>();
  /** Marks the hashes of all {@link gramLength} characters in a row of any piece. */
  readonly #grams = new Uint8Array(1 << (gramBits - 3));
  /** The whole hashes, because a mark alone is often that of another one. */
  readonly #hashes = new Set<number>();

  /** Adds the pieces of a secret, if it is a long one. */
  add(secret: string, name: string): void {
    if (secret.length < longSecret) return;
    for (let at = 0; at + gramLength <= secret.length; at++) {
      const hash = gramAt(secret, at);
      const gram = hash >>> (32 - gramBits);
      this.#grams[gram >> 3] = (this.#grams[gram >> 3] ?? 0) | (1 << (gram & 7));
      this.#hashes.add(hash);
    }
    for (let at = 0; at + pieceLength <= secret.length; at++) {
      const piece = secret.slice(at, at + pieceLength);
      if (!this.#names.has(piece)) this.#names.set(piece, name);
    }
  }

  occurIn(text: string): boolean {
    if (this.#names.size === 0) return false;
    // Wherever a piece stands, one of these steps is the place of a gram that lies within it.
    const step = pieceLength - gramLength + 1;
    for (let at = step - 1; at + gramLength <= text.length; at += step) {
      const hash = gramAt(text, at);
      const gram = hash >>> (32 - gramBits);
      const isMarked = ((this.#grams[gram >> 3] ?? 0) & (1 << (gram & 7))) !== 0;
      if (isMarked && this.#hashes.has(hash) && this.#isPieceAround(text, at, step)) return true;
    }
    return false;
  }

  #isPieceAround(text: string, at: number, step: number): boolean {
    for (let start = at - step + 1; start <= at; start++) {
      if (this.#names.has(text.slice(start, start + pieceLength))) return true;
    }
    return false;
  }

  replacedIn(text: string): string {
    let clean = '';
    let copied = 0;
    for (let at = 0; at + pieceLength <= text.length; at++) {
      const name = this.#names.get(text.slice(at, at + pieceLength));
      if (name === undefined) continue;
      clean += `${text.slice(copied, at)}$${name}…`;
      at += pieceLength;
      while (this.#names.has(text.slice(at - pieceLength + 1, at + 1))) at++;
      copied = at--;
    }
    return clean + text.slice(copied);
  }
}

function gramAt(text: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + gramLength; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return Math.imul(hash, 0x9e3779b1);
}
