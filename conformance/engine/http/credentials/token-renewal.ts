import type { Identity } from '../../evidence/exchange.js';
import { claimsOf } from '../../world/probe/claims.js';
import { alteredToken } from '../secrets/altered-token.js';

/** A token, and when it ceases to be valid, in milliseconds since 1970; a readable token says it itself. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

/** Gets a new token. Its errors say what to do and have no secret in them. */
export type TokenSource = () => Promise<IssuedToken>;

/** A token is renewed this long before it expires, or in the middle of its time if that is shorter. In milliseconds. */
const aheadMs = 60_000;
/** Milliseconds after a renewal that failed in which no other is tried, while the token is still valid. */
const pauseMs = 1_000;

interface Current {
  readonly source: TokenSource;
  token: string;
  renewAt: number;
  /** The renewal under way; true when it gave a token. */
  renewing?: Promise<boolean> | undefined;
}

/** The tokens of identities that have a source: renewed before they expire, and when the target rejects one that it accepted before. */
export class TokenRenewal {
  readonly #current = new Map<Identity, Current>();
  readonly #issued = new Map<string, Identity>();
  readonly #altered = new Map<string, Identity>();
  #failure?: string;

  private constructor() {}

  /** Gets the first token of each identity. @throws the error of a source. */
  static async start(sources: Partial<Readonly<Record<Identity, TokenSource>>>): Promise<TokenRenewal> {
    const renewal = new TokenRenewal();
    for (const [name, source] of Object.entries(sources)) {
      const identity = name as Identity;
      const current = { source, token: '', renewAt: Number.POSITIVE_INFINITY };
      renewal.#take(identity, current, await source());
      // An expired token is wanted as it is.
      if (identity === 'expired') current.renewAt = Number.POSITIVE_INFINITY;
      renewal.#current.set(identity, current);
    }
    return renewal;
  }

  /** The tokens that are valid now. */
  get tokens(): Partial<Readonly<Record<Identity, string>>> {
    return Object.fromEntries([...this.#current].map(([identity, { token }]) => [identity, token]));
  }

  /** Every token so far, because the target may send back an old one. */
  get issued(): ReadonlyMap<string, Identity> {
    return this.#issued;
  }

  /** Why a token could not be renewed; empty when all were. */
  get notices(): readonly string[] {
    return this.#failure === undefined ? [] : [this.#failure];
  }

  renews(identity: Identity): boolean {
    return identity !== 'expired' && this.#current.has(identity);
  }

  /** The value of `Authorization` with the newest token in place of an earlier one of the same identity; other values are unchanged. */
  async current(authorization: string): Promise<string> {
    const { scheme, identity, isAltered } = this.#read(authorization);
    const current = identity && this.#current.get(identity);
    if (!current) return authorization;
    if (Date.now() >= current.renewAt) await this.#renew(identity, current);
    return `${scheme} ${isAltered ? alteredToken(current.token) : current.token}`;
  }

  /** Gets a new token because the target rejects this one. False when there is none. */
  async renew(authorization: string): Promise<boolean> {
    const { identity } = this.#read(authorization);
    const current = identity && this.#current.get(identity);
    if (!identity || !current || identity === 'expired') return false;
    // Another request has renewed it meanwhile.
    if (!authorization.endsWith(` ${current.token}`)) return true;
    return this.#renew(identity, current);
  }

  #read(authorization: string) {
    const at = authorization.indexOf(' ');
    const [scheme, token] = [authorization.slice(0, at), authorization.slice(at + 1)];
    const identity = this.#issued.get(token) ?? this.#altered.get(token);
    return { scheme, identity, isAltered: !this.#issued.has(token) };
  }

  /** All requests that need the token at the same time wait for one renewal. */
  #renew(identity: Identity, current: Current): Promise<boolean> {
    current.renewing ??= current
      .source()
      .then(
        (issued) => {
          this.#take(identity, current, issued);
          return true;
        },
        (error: Error) => {
          current.renewAt = Date.now() + pauseMs;
          this.#failure = `the token of the ${identity} could not be renewed: ${error.message}`;
          return false;
        },
      )
      .finally(() => {
        current.renewing = undefined;
      });
    return current.renewing;
  }

  #take(identity: Identity, current: Current, { token, expiresAt }: IssuedToken): void {
    current.token = token;
    current.renewAt = renewalTime(expiresAt ?? expiryOf(token));
    this.#issued.set(token, identity);
    this.#altered.set(alteredToken(token), identity);
  }
}

function expiryOf(token: string): number | undefined {
  const { expires } = claimsOf(token) ?? {};
  return expires === undefined ? undefined : expires * 1_000;
}

function renewalTime(expiresAt: number | undefined): number {
  if (expiresAt === undefined) return Number.POSITIVE_INFINITY;
  const left = expiresAt - Date.now();
  return Date.now() + Math.max(left - aheadMs, left / 2, 0);
}
