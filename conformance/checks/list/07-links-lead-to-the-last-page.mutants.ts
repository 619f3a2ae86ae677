import { mutant } from '../../selftest/mutant.js';
import { cutsPages, onOnePage } from '../../selftest/mutants/list/list.js';

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
      behaviour: (right) => ({
        collectionFor: (store, caller, operation) => {
          const own = right.collectionFor(store, caller, operation);
          return { ...own, revision: own.revision, asOf: () => own.all().map(({ action }) => action) };
        },
        arrange: (actions, query) => {
          const arranged = right.arrange(actions, query);
          return query.order ? arranged : arranged.toReversed();
        },
        selectPage: (arranged, query, at) => {
          const { skiptoken, top = Math.max(0, arranged.length - query.skip) } = query;
          return right.selectPage(arranged, skiptoken ? query : { ...query, top }, at);
        },
      }),
    }),
  ),
];
