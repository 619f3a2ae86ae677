import { compactBodyOf } from '../evidence/compact-body.js';
import { type Exchange, keepable } from '../evidence/exchange.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { member } from '../evidence/reply.js';
import type { Detector, Explanation } from './cause.js';
import { count } from './words.js';

/** Large bodies whose links are read, and the characters that such a body has at least. */
const mostLarge = 20;
const largeBody = 65_536;

/** Finds links that differ from the target only in their scheme, as behind a proxy that ends TLS. */
export class Scheme implements Detector {
  readonly #links = new Map<string, number>();
  readonly #evidence: Exchange[] = [];
  #example = '';
  #isTlsTarget = true;
  #large = 0;

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      if (this.#isOneOfMany(exchange)) continue;
      for (const [name, link] of linksIn(exchange)) {
        if (!hasOtherScheme(link, exchange.request.url)) continue;
        if (!this.#links.has(name) && this.#evidence.length < 3) this.#evidence.push(keepable(exchange));
        this.#links.set(name, (this.#links.get(name) ?? 0) + 1);
        this.#example ||= link;
        this.#isTlsTarget = exchange.request.url.startsWith('https:');
      }
    }
  }

  /** Whether links of large bodies were read before often enough: to read those of all would take long. */
  #isOneOfMany({ response }: Exchange): boolean {
    return ((response && compactBodyOf(response)?.length) ?? 0) > largeBody && ++this.#large > mostLarge;
  }

  explanation(): Explanation | undefined {
    if (this.#links.size === 0) return undefined;
    const all = [...this.#links].map(([name, times]) => `${name} (${count(times, 'time')})`).join(', ');
    return {
      kind: 'scheme',
      says: `links of the target have another scheme than its URL${this.#isTlsTarget ? ': TLS probably ends at a proxy in front' : ''}`,
      detail: `${all} begin like ${this.#example}`,
      remedy: this.#isTlsTarget
        ? 'let the proxy send X-Forwarded-Proto: https, and let the service use it for the URLs that it makes'
        : 'run the kit with a base URL that begins with https://, or correct X-Forwarded-Proto, or the public URL that the service is configured with',
      evidence: this.#evidence,
      explains: ({ exchange, received, at }) =>
        exchange !== undefined &&
        (linksIn(exchange).some(([name, link]) => isPlace(at, name) && hasOtherScheme(link, exchange.request.url)) ||
          hasOtherScheme(received.replace(/^"|"$/g, ''), exchange.request.url)),
    };
  }
}

function isPlace(at: string | undefined, name: string): boolean {
  return at === `/${name}` || at === `header ${name.toLowerCase()}`;
}

function linksIn(exchange: Exchange): readonly (readonly [name: string, link: string])[] {
  const { response } = exchange;
  if (!response || response.status >= 300) return [];
  const { body } = replyOf(exchange, response);
  const links = ['Location', 'OData-EntityId'].map((name) => [name, response.headers.get(name)] as const);
  const members = ['@odata.nextLink', '@odata.context', '@odata.id'].map((name) => [name, member(body, name)] as const);
  return [...links, ...members].filter((one): one is [string, string] => typeof one[1] === 'string');
}

/** `http` in place of `https`, or the other way around, for the same host. */
function hasOtherScheme(link: string, url: string): boolean {
  const [scheme, own] = [link, url].map((text) => /^https?:/i.exec(text)?.[0].toLowerCase());
  if (scheme === undefined || scheme === own || !URL.canParse(link)) return false;
  return new URL(link).hostname === new URL(url).hostname;
}
