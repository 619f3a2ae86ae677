import { createHmac, randomBytes } from 'node:crypto';
import type { Exchange, Identity, SentRequest } from '../../evidence/exchange.js';
import { identities } from '../../evidence/exchange.js';
import { type Target, tokenVariable } from '../../target.js';
import { headerVariable, type Network } from '../transport/network.js';
import { alteredToken } from './altered-token.js';
import { Needles } from './needles.js';
import { isCommonWord, type Redact, Redactor } from './redaction.js';
import { spellings } from './spellings.js';
import type { View } from './view.js';
import { views } from './views.js';

/** Most secrets of a target that are kept; a target that sends a new cookie with each response has more. */
const mostReceived = 10_000;

/** The user information of a URL. */
const urlCredentials = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s/?#@"'<>\\]*:[^\s/?#@"'<>\\]*)@/gi;
/** What may stand between `//` and the `@` of user information, with that. */
const userInformation = /[^\s/?#@"'<>\\]*@/y;
const jwt = /\beyJ[\w-]{6,}\.[\w-]{4,}\.[\w-]*/g;
/** The members of a token response (RFC 6749, 5.1) and of a client registration. */
const tokenMembers = /"(?:access_token|refresh_token|id_token|client_secret)"\s*:\s*"((?:[^"\\]|\\.)+)"/g;

/** The name that stands in place of a secret, and the ways in which the secret may be written. */
export interface KnownSecret {
  readonly name: string;
  readonly spellings: readonly string[];
}

/**
 * The secrets of a run: those that it is given, and those that the target sends. Removes them from texts by their value; the name of its
 * variable stands in place of a given one, and a fingerprint in place of a received one.
 */
export class Secrets {
  readonly #given = new Map<string, string>();
  readonly #redactor = new Redactor();
  #issuedCount = 0;
  readonly #received = new Map<string, string>();
  readonly #needles = new Needles<string>();
  /** Without this key nobody can test a guess against a fingerprint. */
  readonly #key = randomBytes(32);

  /**
   * @param given each secret and the name of its variable. A common word is no secret.
   * @param issued the tokens that were issued so far, with the identities that they are of; more may come at any time.
   */
  constructor(
    given: ReadonlyMap<string, string>,
    private readonly issued: ReadonlyMap<string, Identity> = new Map(),
  ) {
    this.#give(given);
  }

  /** The text without secrets. */
  redact(text: string): string {
    const clean = this.#withoutEscaped(this.#withoutSpelled(this.#withoutGiven(text)));
    if (!mayHaveUserInformation(clean)) return clean;
    return clean.replace(urlCredentials, (_, scheme: string, user: string) => `${scheme}${this.#nameOf(user)}@`);
  }

  /** The value of a header field of a response without secrets; the values of cookies are secrets, however short. */
  redactField(name: string, value: string): string {
    const clean = this.redact(value);
    if (name.toLowerCase() !== 'set-cookie') return clean;
    return clean.replace(cookiePair, (all, lead: string, key: string, text: string) =>
      text === '' || isName.test(text) ? all : `${lead}${key}=${this.#nameOf(text)}`,
    );
  }

  /** Learns the secrets in a response. What the kit sent itself, an id of an action and a common word is none. */
  learn({ request, response }: Pick<Exchange, 'request' | 'response'>): void {
    if (!response || this.#received.size >= mostReceived) return;
    for (const secret of receivedIn(response.body, [...response.headers], this.#withoutGiven)) {
      if (this.#received.has(secret) || !isSecretLike(secret) || wasSent(secret, request)) continue;
      if (isShownAsId(secret, response.body)) continue;
      const name = this.#nameOf(secret);
      this.#received.set(secret, name);
      this.#seek(secret, name);
    }
  }

  /** The name and the fingerprint of each given secret. */
  get given(): readonly { readonly name: string; readonly fingerprint: string }[] {
    return [...this.#known()].map(([secret, name]) => ({ name, fingerprint: this.#fingerprint(secret) }));
  }

  /** Every secret, those that were derived from a given one as well. */
  get known(): readonly KnownSecret[] {
    const given = this.#known();
    const derived = [...given].map(([secret, name]) => [alteredToken(secret), `${name}_ALTERED`] as const);
    return [...given, ...derived, ...this.#received].map(([secret, name]) => ({
      name,
      spellings: spellings(secret),
    }));
  }

  readonly #withoutGiven: Redact = (text) => {
    this.#known();
    return this.#redactor.redact(text);
  };

  /** The given and issued secrets, those of a renewal since the last call included. */
  #known(): ReadonlyMap<string, string> {
    if (this.issued.size !== this.#issuedCount) {
      const added = [...this.issued].slice(this.#issuedCount);
      this.#issuedCount = this.issued.size;
      this.#give(new Map(added.map(([token, identity]) => [token, tokenVariable(identity)])));
    }
    return this.#given;
  }

  #give(secrets: ReadonlyMap<string, string>): void {
    const added = new Map([...secrets].filter(([secret]) => !this.#given.has(secret) && !isCommonWord(secret)));
    for (const [secret, name] of added) this.#given.set(secret, name);
    this.#redactor.add(added);
    for (const [secret, name] of added) {
      this.#seek(secret, `$${name}`);
      this.#seek(alteredToken(secret), `$${name}_ALTERED`);
    }
  }

  #seek(secret: string, name: string): void {
    for (const spelling of spellings(secret)) this.#needles.add(spelling, name);
  }

  /** Removes secrets that are found only once the text is read in another way. */
  #withoutEscaped(text: string): string {
    const found = views(text).flatMap((view) => this.#foundIn(view));
    found.sort((a, b) => a.at - b.at || b.end - a.end);
    let clean = '';
    let done = 0;
    for (const { at, end, value } of found) {
      if (at >= done) clean += text.slice(done, at) + value;
      done = Math.max(done, end);
    }
    return clean + text.slice(done);
  }

  /** Where secrets and pieces of them are, by the places in the whole text. */
  #foundIn({ text, starts, ends }: View): readonly { at: number; end: number; value: string }[] {
    const whole = [...this.#needles.findIn(text)].map(({ at, needle, value }) => ({
      at,
      end: at + needle.length,
      value,
    }));
    return [...whole, ...this.#redactor.piecesIn(text)].map(({ at, end, value }) => ({
      at: starts?.[at] ?? at,
      end: ends?.[end - 1] ?? end,
      value,
    }));
  }

  #withoutSpelled(text: string): string {
    let clean = '';
    let from = 0;
    for (const { at, needle, value } of this.#needles.findIn(text)) {
      clean += text.slice(from, at) + value;
      from = at + needle.length;
    }
    return from === 0 ? text : clean + text.slice(from);
  }

  #nameOf(secret: string): string {
    return `SECRET-${this.#fingerprint(secret)}`;
  }

  #fingerprint(secret: string): string {
    return createHmac('sha256', this.#key).update(secret).digest('hex').slice(0, 8);
  }
}

/** The secrets of a target: its tokens, the values of its header fields for gateways, and the passwords of its proxies. */
export function secretsOf({
  tokens = {},
  network = {},
  renewal,
}: Partial<Pick<Target, 'tokens' | 'network' | 'renewal'>>): Secrets {
  const given = identities.flatMap((identity) => {
    const token = tokens[identity];
    return token === undefined ? [] : [[token, tokenVariable(identity)] as const];
  });
  return new Secrets(new Map([...networkSecrets(network), ...given]), renewal?.issued);
}

function networkSecrets({ headers = {}, proxies = {} }: Network): readonly (readonly [string, string])[] {
  const fields = Object.entries(headers).map(([name, value]) => [value, headerVariable(name)] as const);
  const passwords = [proxies.http, proxies.https].flatMap((proxy) =>
    proxy === undefined ? [] : [[decodeURIComponent(new URL(proxy).password), 'PROXY_PASSWORD'] as const],
  );
  return [...fields, ...passwords];
}

/** What stands in place of a secret. */
const isName = /^"?(SECRET-[0-9a-f]{8}|\$[A-Z_]+)/;
/** A cookie at the beginning of a `Set-Cookie` field or, where fields were joined, after a comma. */
const cookiePair = /(^|,\s*)([^=;,\s]+)=("?[^;,\s]*)/g;

function* receivedIn(body: string, headers: readonly (readonly [string, string])[], clean: Redact): Iterable<string> {
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'set-cookie')
      for (const [, , , text = ''] of value.matchAll(cookiePair)) yield text.replace(/^"|"$/g, '');
    if (value.includes('eyJ')) yield* matches(clean(value), jwt);
  }
  if (body.includes('eyJ')) yield* matches(clean(body), jwt);
  if (body.includes('_token"') || body.includes('client_secret"'))
    for (const [, text = ''] of clean(body).matchAll(tokenMembers)) yield text;
}

function* matches(text: string, pattern: RegExp): Iterable<string> {
  for (const [found] of text.matchAll(pattern)) yield found;
}

/** False for what may be an ordinary value: a word, a number, a date, the name of a given secret. */
function isSecretLike(text: string): boolean {
  if (text.startsWith('$') || /^\d{4}-\d\d-\d\d/.test(text) || /^\d+$/.test(text)) return false;
  return text.length >= 20 || (text.length >= 12 && /\d/.test(text) && /[a-z]/i.test(text));
}

function wasSent(secret: string, { url, headers, body = '' }: SentRequest): boolean {
  return [url, body, ...Object.values(headers)].some((text) => text.includes(secret));
}

/** Whether a URL in the text may have user information. Looking for it by its scheme would begin at each word. */
function mayHaveUserInformation(text: string): boolean {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 1)) {
    userInformation.lastIndex = at + 3;
    if (userInformation.test(text)) return true;
  }
  return false;
}

function isShownAsId(secret: string, body: string): boolean {
  return body.includes(`"id":"${secret}"`) || body.includes(`"id": "${secret}"`);
}
