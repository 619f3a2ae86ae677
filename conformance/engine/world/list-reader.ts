import type { Exchange } from '../evidence/exchange.js';
import type { ObservedObject, Reply } from '../evidence/reply.js';
import { Api, type Send } from '../http/api.js';
import { attachExchange } from '../judge/judge.js';
import type { Finding } from '../judge/violation.js';
import type { Discovery } from '../run/explorer.js';
import {
  elementsOf,
  endlessBecause,
  onTarget,
  repeatedIds,
  type Walk,
  walkPages,
  withoutRepeats,
  withSchemeOf,
} from './pages.js';

/** Sends requests, and reports what a list shows that no change of it explains. */
export class ListReader extends Api {
  constructor(
    private readonly about: {
      /** The base URL of the target. */
      readonly url: string;
      /** The exchanges so far. */
      readonly exchanges: readonly Exchange[];
      /** Receives a failure that a case meets while it prepares or reads something else. */
      report(discovery: Discovery): void;
    },
    ...api: ConstructorParameters<typeof Api>
  ) {
    super(...api);
  }

  /** A page of the list. An id that it shows twice is reported as a failure: no change of the list explains that. */
  override async list(send: Send = {}): Promise<Reply> {
    return this.#withoutRepeatedId(await super.list(send));
  }

  /** All pages of a list, in order; of a list without end, those that show something new. */
  async pages(send: Send = {}): Promise<readonly Reply[]> {
    return (await this.walk(send)).pages;
  }

  /** All pages of a list, and how it ends. A list that does not lead to its last page is reported as a failure (decision 0056). */
  async walk(send: Send = {}): Promise<Walk> {
    const walk = withoutRepeats(await walkPages(await this.list(send), (link) => this.follow(link, send)));
    const received = endlessBecause(walk.end);
    if (received === undefined) return walk;
    this.#discover('LIST-7', {
      message: 'following the links does not lead to the last page',
      expected: 'a last page without @odata.nextLink',
      received,
      at: '/@odata.nextLink',
    });
    return walk;
  }

  /**
   * Reads the page of a link. One with another scheme than the target is a failure, and is read with the scheme of the target. One with
   * another host is read from the target.
   */
  override async follow(nextLink: string, send: Send = {}): Promise<Reply> {
    const link = withSchemeOf(this.about.url, nextLink);
    if (link === undefined)
      return this.#withoutRepeatedId(await super.follow(onTarget(this.about.url, nextLink) ?? nextLink, send));
    this.#discover('LIST-6', {
      message:
        '@odata.nextLink has another scheme than the target, so no client can follow it: a proxy in front must send X-Forwarded-Proto, and the service must use it',
      expected: `a link that begins with ${new URL(this.about.url).origin}`,
      received: nextLink,
      at: '/@odata.nextLink',
    });
    return this.#withoutRepeatedId(await super.follow(link, send));
  }

  #withoutRepeatedId(page: Reply): Reply {
    const ids = elementsOf([page]).map(({ id }) => id);
    const [repeated] = repeatedIds(ids);
    if (repeated !== undefined)
      this.#discover('LIST-3', {
        message: 'a page of the list shows an id more than once',
        expected: 'each id once',
        received: `the id ${String(repeated)} ${ids.filter((id) => id === repeated).length} times`,
        at: '/value',
      });
    return page;
  }

  #discover(id: Discovery['id'], finding: Finding): void {
    const exchange = this.about.exchanges.findLast(({ operation }) => operation === 'list');
    this.about.report({ id, finding: { ...attachExchange(finding, exchange), input: '' } });
  }

  /** The elements of all pages of a list. */
  async elements(send: Send = {}): Promise<readonly ObservedObject[]> {
    return elementsOf(await this.pages(send));
  }
}
