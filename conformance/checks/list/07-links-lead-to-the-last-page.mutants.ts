import { mutant } from '../../selftest/mutant.js';
import { onSmallPages } from '../../selftest/mutants/list/links.js';
import { cutsPages, onOnePage, readsOptions, writesLink } from '../../selftest/mutants/list/list.js';
import { presentList } from '../../selftest/server/offset-pages.js';
import { editText, on } from '../../selftest/server/wire.js';

/** The link without its token. */
function withoutToken(link: string): string {
  return link.replace(/[?&]\$skiptoken=[^&]*/, '');
}

export const mutants = [
  mutant(
    'LIST-7',
    'the last element is lost when it would be alone on its page',
    onOnePage(
      cutsPages(({ next, total }) => ({
        next: next && next.offset === total - 1 ? undefined : next,
      })),
    ),
  ),
  mutant(
    'LIST-7',
    'nextLink skips an element',
    onOnePage(cutsPages(({ next }) => ({ next: next && { ...next, offset: next.offset + 1 } }))),
    { alsoFails: ['LIST-8', 'LIST-19'] },
  ),
  mutant(
    'LIST-7',
    'a list that fills its pages exactly never ends',
    onOnePage(
      cutsPages(({ actions, next }, { arranged, query, size, asOf, offset }) => {
        const full = query.top === undefined && offset + actions.length === arranged.length && arranged.length > 0;
        return full && arranged.length % size === 0 ? { next: { asOf, offset: arranged.length, size } } : { next };
      }),
    ),
  ),
  mutant(
    'LIST-7',
    'new actions push older ones off the last page',
    onOnePage({
      options: { topLimits: 'list' },
      behaviour: (right) => ({
        ...presentList((arranged) => arranged.toReversed())(right),
        selectPage: (arranged, query, at) => {
          const { skiptoken, top = Math.max(0, arranged.length - query.skip) } = query;
          return right.selectPage(arranged, skiptoken ? query : { ...query, top }, at);
        },
      }),
    }),
  ),
  mutant(
    'LIST-7',
    'the link of a later page leads to the page itself',
    onSmallPages({
      behaviour: (right) => ({
        nextLink: (url, token) => (url.search.includes('skiptoken') ? url.href : right.nextLink(url, token)),
      }),
    }),
  ),
  mutant('LIST-7', 'the link of every page leads to the first page', onSmallPages(writesLink(withoutToken)), {
    alsoFails: ['LIST-6'],
  }),
  mutant(
    'LIST-7',
    'the link of the third page leads back to the second',
    onSmallPages(
      cutsPages(({ next }, { offset, size }) => ({
        next: next && offset >= 2 * size ? { ...next, offset: size } : next,
      })),
    ),
  ),
  mutant(
    'LIST-7',
    'the last page is followed by empty pages without end',
    onSmallPages(
      cutsPages(({ next, total }, { offset, size, asOf, query }) => ({
        next: next ?? (query.top === undefined ? { asOf, size, offset: Math.max(total, offset + 1) } : undefined),
      })),
    ),
  ),
  mutant(
    'LIST-7',
    'every page has a new link, and shows the first page',
    onSmallPages({
      ...readsOptions((options) => options.delete('$skiptoken')),
      fetch: (inner) => {
        let count = 0;
        return editText(on('list', 'success'), (text) => text.replace(/(skiptoken=[^"&]*)/, `$1&page=${++count}`))(
          inner,
        );
      },
    }),
    { alsoFails: ['LIST-6'] },
  ),
];
