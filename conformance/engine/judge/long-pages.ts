import { compactBodyOf } from '../evidence/compact-body.js';
import type { Exchange } from '../evidence/exchange.js';
import type { Observations } from './observation.js';

/** Characters of a page that counts as long. A page of a thousand actions has about as many. */
const longPage = 262_144;
/** Characters of long pages that the rules judge in a run. */
const mostCharacters = 33_554_432;

/**
 * Bounds what the rules read of long pages. On a target without pages every list shows all of its actions, and the rules would judge each
 * of them again hundreds of times. The cases judge what they ask for in any case.
 */
export class LongPages {
  #read = 0;
  #characters = 0;
  #unread = 0;
  /** The ids that creates returned. */
  readonly #own = new Set<string>();

  /** Whether the rules judge this exchange. */
  mayRead(exchange: Exchange): boolean {
    const length = lengthOf(exchange);
    if (length <= longPage) return true;
    if (this.#characters >= mostCharacters) {
      this.#unread += 1;
      return false;
    }
    this.#read += 1;
    this.#characters += length;
    return true;
  }

  /** What an exchange shows, of a long page without the actions that the run did not create: their timelines would fill the memory. */
  withoutForeign({ collection, ...seen }: Observations): Observations {
    const { exchange: { exchange } = {}, actions } = seen;
    if (exchange?.operation === 'create') for (const { id } of actions) this.#own.add(id);
    if (!collection || lengthOf(collection.exchange) <= longPage) return seen;
    return { ...seen, actions: actions.filter(({ id }) => this.#own.has(id)) };
  }

  /** What the user should know about pages that no rule judged. */
  get notices(): readonly string[] {
    if (this.#unread === 0) return [];
    return [
      `the rules judged ${this.#read} long pages of lists with ${this.#characters} characters in all, and none of ${this.#unread} further ones; the cases judged what they asked for`,
    ];
  }
}

function lengthOf({ operation, response }: Exchange): number {
  return (operation === 'list' && response && compactBodyOf(response)?.length) || 0;
}
