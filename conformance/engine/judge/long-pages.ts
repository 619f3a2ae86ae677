import type { Observations } from './observation.js';

/** Elements of a page that counts as long. */
const longPage = 1_000;
/** Elements of long pages that the rules judge in a run. */
const mostElements = 300_000;

/**
 * Bounds what the rules read of long pages. On a target without pages every list shows all of its actions, and the rules would judge each
 * of them again hundreds of times. The cases judge what they ask for in any case.
 */
export class LongPages {
  #elements = 0;
  #unread = 0;
  /** The ids that creates returned. */
  readonly #own = new Set<string>();

  /** Whether the rules judge a page of so many elements. */
  readonly mayRead = (elements: number): boolean => {
    if (elements <= longPage) return true;
    if (this.#elements >= mostElements) {
      this.#unread += 1;
      return false;
    }
    this.#elements += elements;
    return true;
  };

  /** What an exchange shows, of a long page without the actions that the run did not create: their timelines would fill the memory. */
  withoutForeign(seen: Observations): Observations {
    const { exchange, collection, actions } = seen;
    if (exchange?.exchange.operation === 'create') for (const { id } of actions) this.#own.add(id);
    if (!collection || collection.elements.length <= longPage) return withoutPage(seen);
    return { ...withoutPage(seen), actions: actions.filter(({ id }) => this.#own.has(id)) };
  }

  /** What the user should know about pages that no rule judged. */
  get notices(): readonly string[] {
    if (this.#unread === 0) return [];
    const pages = `${this.#unread} further ${this.#unread === 1 ? 'page' : 'pages'} of more than ${longPage} elements`;
    return [
      `the rules about elements of lists judged ${this.#elements} elements of long pages, and none of ${pages}; the cases judged what they asked for`,
    ];
  }
}

function withoutPage({ collection: _, ...seen }: Observations): Observations {
  return seen;
}
