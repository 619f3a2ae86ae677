import { identities } from '../../evidence/exchange.js';
import { alteredToken } from './altered-token.js';
import { backwards, encodings } from './spellings.js';

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
/** Binary digits of the hash of a head: enough that the pieces of all forms of a few tokens mark only a small part. */
const headBits = 20;

/** The first characters of a gram, which are compared before the others. */
const headLength = 4;

/**
 * Replaces each form in which a secret may come back: plain, backwards, with any of its characters escaped as in JSON, a URL or HTML, encoded in
 * base64 or hexadecimal digits, and any piece of a long form that is at least {@link pieceLength} long.
 */
export class Redactor {
  /** Longest first, so that a secret that contains another one is replaced as a whole. */
  #whole: readonly WholeForm[] = [];
  /** Those that {@link Pieces} does not find. */
  #short: readonly WholeForm[] = [];
  readonly #pieces = new Pieces();

  /** @param secrets secret to variable name */
  add(secrets: ReadonlyMap<string, string>): void {
    const named = [...secrets]
      .filter(([secret]) => secret !== '')
      .flatMap(([secret, name]) => [[secret, name] as const, [alteredToken(secret), `${name}_ALTERED`] as const])
      .flatMap(([secret, name]) =>
        [secret, backwards(secret), ...encodings(secret)].map((text) => [text, name] as const),
      );
    for (const [form, name] of named) this.#pieces.add(form, name);
    const added = named.map(([form, name]) => new WholeForm(form, name));
    this.#whole = [...this.#whole, ...added].sort((a, b) => b.text.length - a.text.length);
    this.#short = this.#whole.filter(({ isPiece }) => !isPiece);
  }

  readonly redact: Redact = (text) => {
    const anyPiece = this.#pieces.occurIn(text);
    let clean = text;
    for (const form of anyPiece ? this.#whole : this.#short) {
      if (form.isPiece || clean.includes(form.anchor)) clean = form.replacedIn(clean);
    }
    return anyPiece ? this.#pieces.replacedIn(clean) : clean;
  };

  /** Where there are pieces of long secrets. */
  *piecesIn(text: string): Generator<Piece> {
    if (this.#pieces.occurIn(text)) yield* this.#pieces.findIn(text);
  }
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

/** A text that is replaced as a whole, with any of its characters escaped. */
class WholeForm {
  /** The longest run of letters and digits in the text, which is the same however the others are escaped. */
  readonly anchor: string;
  /** Whether {@link Pieces} finds the anchor. */
  readonly isPiece: boolean;
  #forms?: RegExp;

  constructor(
    readonly text: string,
    private readonly name: string,
  ) {
    const [anchor = ''] = (text.match(/\w+/g) ?? []).sort((a, b) => b.length - a.length);
    this.anchor = anchor;
    this.isPiece = text.length >= longSecret && anchor.length >= pieceLength;
  }

  replacedIn(text: string): string {
    // Most forms never occur, and each expression takes a while to make.
    this.#forms ??= formsOf(this.text);
    return text.replace(this.#forms, () => `$${this.name}`);
  }
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

/** A part of a text, and what stands in its place. */
interface Piece {
  readonly at: number;
  readonly end: number;
  readonly value: string;
}

/** The pieces of long secrets, and a quick test whether a text has one of them. */
class Pieces {
  readonly #names = new Map<string, string>();
  /** Marks the hashes of the heads of all {@link gramLength} characters in a row of any piece: one bit for each. */
  readonly #heads = new Uint32Array(1 << (headBits - 5));
  /** The hashes of all these characters, because a head alone often occurs elsewhere. */
  readonly #hashes = new Set<number>();

  /** Adds the pieces of a secret, if it is a long one. */
  add(secret: string, name: string): void {
    if (secret.length < longSecret) return;
    for (let at = 0; at + gramLength <= secret.length; at++) {
      const head = headAt(secret, at);
      this.#heads[head >>> 5] = (this.#heads[head >>> 5] ?? 0) | (1 << (head & 31));
      this.#hashes.add(gramAt(secret, at));
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
      const head = headAt(text, at);
      if ((((this.#heads[head >>> 5] ?? 0) >>> (head & 31)) & 1) === 0) continue;
      if (this.#hashes.has(gramAt(text, at)) && this.#isPieceAround(text, at, step)) return true;
    }
    return false;
  }

  #isPieceAround(text: string, at: number, step: number): boolean {
    for (let start = at - step + 1; start <= at; start++) {
      if (this.#names.has(text.slice(start, start + pieceLength))) return true;
    }
    return false;
  }

  /** Where pieces are; those that overlap are one. */
  *findIn(text: string): Generator<Piece> {
    for (let at = 0; at + pieceLength <= text.length; at++) {
      const name = this.#names.get(text.slice(at, at + pieceLength));
      if (name === undefined) continue;
      let end = at + pieceLength;
      while (this.#names.has(text.slice(end - pieceLength + 1, end + 1))) end++;
      yield { at, end, value: `$${name}…` };
      at = end - 1;
    }
  }

  replacedIn(text: string): string {
    let clean = '';
    let copied = 0;
    for (const { at, end, value } of this.findIn(text)) {
      clean += text.slice(copied, at) + value;
      copied = end;
    }
    return clean + text.slice(copied);
  }
}

/** The hash of the {@link headLength} characters from here on. */
function headAt(text: string, from: number): number {
  let head = 0;
  for (let at = from; at < from + headLength; at++) head = (head << 8) ^ text.charCodeAt(at);
  return Math.imul(head, 0x9e3779b1) >>> (32 - headBits);
}

/** The hash of the {@link gramLength} characters from here on. */
function gramAt(text: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + gramLength; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
