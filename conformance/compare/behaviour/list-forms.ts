import { isObject, member } from '../../model/observed.js';
import type { ExchangeLine } from '../../record/lines.js';
import { optionsOf } from './request-kind.js';
import type { Sighting } from './sighting.js';

/** How a page of a list is cut and ordered. */
export function listSighting({ request }: Pick<ExchangeLine, 'request'>, json: unknown): Sighting {
  const elements = member(json, 'value');
  const traits: [string, string][] = [];
  if (Array.isArray(elements)) {
    const options = optionsOf(request).map((name) => name.replace('$', ''));
    const isPlain =
      !['top', 'skip', 'filter'].some((name) => options.includes(name)) && request.headers.prefer === undefined;
    // Only a page with a link is full.
    if (isPlain && member(json, '@odata.nextLink') !== undefined) traits.push(['page size', String(elements.length)]);
    const order = options.includes('orderby') ? undefined : orderOf(elements);
    if (order !== undefined) traits.push(['order', order]);
  }
  return { place: { aspect: 'list', of: 'list', at: '' }, traits };
}

/** The order of a page by creation; `undefined` if its actions do not differ in that. */
function orderOf(elements: readonly unknown[]): string | undefined {
  const times = elements.filter(isObject).map(({ createdDateTime }) => Date.parse(String(createdDateTime)));
  const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? 0)));
  const [rises, falls] = [steps.includes(1), steps.includes(-1)];
  if (rises && falls) return 'not by creation';
  if (rises) return 'oldest first';
  return falls ? 'newest first' : undefined;
}
