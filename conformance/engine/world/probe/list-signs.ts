import { common, type Page, sameOrder } from './list-page.js';

/** The query options of one request. */
export type Query = Readonly<Record<string, string>>;

/** The list options, each with several requests of which one sign is enough. */
export type ListFeature = 'top' | 'skip' | 'count' | 'select' | 'orderby' | 'filter';

/** Whether a page with an option shows that the option has an effect. */
type Sign = (page: Page, plain: Page, query: Query) => boolean;

/** Options whose sign may be an empty list. */
export const mayBeEmpty: ReadonlySet<ListFeature> = new Set(['top', 'skip', 'filter']);

/** Options whose sign is a difference from the list without them, which others may also cause. */
export const confirmed: ReadonlySet<ListFeature> = new Set(['skip', 'orderby', 'filter']);

export const signs: Readonly<Record<ListFeature, Sign>> = {
  top: (page, plain, { $top }) => {
    if ($top === '0') return page.ids.length === 0 && plain.ids.length > 0;
    const isShorter =
      page.first < plain.first || page.ids.length < plain.ids.length || (plain.hasLink && !page.hasLink);
    return common(page.ids, plain.ids).length > 0 && isShorter;
  },
  skip: ({ ids }, plain) => {
    const [first] = ids;
    if (plain.ids.length === 0) return false;
    if (first === undefined) return true;
    const began = plain.ids[0];
    return plain.ids.indexOf(first) > 0 && began !== undefined && !ids.includes(began);
  },
  count: ({ hasCount }) => hasCount,
  select: ({ elements }, plain, { $select = '' }) => {
    const selected = $select.split(',');
    const [first, ...others] = plain.elements;
    const always = Object.keys(first ?? {}).filter(
      (name) => !selected.includes(name) && others.every((element) => element[name] !== undefined),
    );
    return elements.some((element) => always.some((name) => !(name in element)));
  },
  orderby: ({ ids }, plain) => ids.length > 0 && plain.ids.length > 0 && !sameOrder(ids, plain.ids),
  filter: ({ elements, ids }, plain, { $filter = '' }) => {
    const [, name = '', value] = /^(\w+) eq '(.*)'$/.exec($filter) ?? [];
    const others = plain.elements.filter((element) => element[name] !== value?.replaceAll("''", "'"));
    const shown = new Set<unknown>(ids);
    return elements.length < plain.elements.length && others.some(({ id }) => !shown.has(id));
  },
};

/** True if the page is sorted by the first key of `$orderby`, and none of the others is. */
export function isSortedOnly(page: Page, others: readonly Page[], { $orderby = '' }: Query): boolean {
  const [name = '', direction] = $orderby.split(' ');
  const isSorted = ({ elements }: Page) => {
    const values = elements.map((element) => String(element[name]));
    const sorted = direction === 'desc' ? values.toSorted().toReversed() : values.toSorted();
    return values.every((value, index) => value === sorted[index]);
  };
  return name !== '' && page.elements.length > 2 && isSorted(page) && !others.some(isSorted);
}
