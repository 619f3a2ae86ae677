import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editJson, instead, on, type When } from '../wire.js';
import { asked, cut, linked, wide } from './_list.js';

/** Lists that follow a link. */
const further: When = (seen) => on('list')(seen) && seen.request.url.includes('$skiptoken');

export const slips = [
  slip(
    'LIST-3',
    'the last element of a page is the first of the next one',
    wide(
      cut(({ actions }, { arranged, query, offset }) =>
        query.skiptoken ? { actions: [...arranged.slice(offset - 1, offset), ...actions] } : {},
      ),
    ),
    { relatives: ['LIST-6', 'LIST-8', 'LIST-19'] },
  ),
  slip(
    'LIST-3',
    'a table of parameters is joined, and an action comes once for each',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(actions, query).flatMap((action) => [action, ...action.states.slice(0, 1).map(() => action)]),
      }),
    },
    { relatives: ['LIST-20', 'LIST-19'] },
  ),
  slip(
    'LIST-3',
    'further pages are read from an index in another order',
    wide({
      behaviour: (right) => ({
        arrange: (actions, query) => {
          const arranged = right.arrange(actions, query);
          return query.order || !query.skiptoken ? arranged : arranged.toReversed();
        },
      }),
    }),
    { relatives: ['LIST-7'] },
  ),
  slip(
    'LIST-6',
    'the option of the link is spelled as nobody reads it',
    wide(linked((link) => link.replace('$skiptoken', '$skip_token'))),
    { relatives: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  slip('LIST-6', 'the token is not kept', wide({ fetch: instead(further, refused(404)) }), {
    relatives: ['LIST-7', 'LIST-8', 'LIST-19'],
  }),
  slip(
    'LIST-6',
    'further pages are bare arrays',
    wide({
      fetch: editJson(
        (seen) => further(seen) && seen.status === 200,
        ({ value }) => value,
      ),
    }),
    { relatives: ['LIST-7', 'LIST-8', 'LIST-19'] },
  ),
  slip('LIST-6', 'the link leads to the first page again', wide(asked((options) => options.delete('$skiptoken'))), {
    relatives: ['LIST-7'],
  }),
  slip(
    'LIST-7',
    'the last element is lost when it would be alone on its page',
    wide(
      cut(({ next, total }) => ({
        next: next && next.offset === total - 1 ? undefined : next,
      })),
    ),
  ),
  slip(
    'LIST-7',
    'the link steps over an element',
    wide(cut(({ next }) => ({ next: next && { ...next, offset: next.offset + 1 } }))),
    { relatives: ['LIST-8', 'LIST-19'] },
  ),
  slip(
    'LIST-7',
    'a list that fills its pages exactly never ends',
    wide(
      cut(({ actions, next }, { arranged, query, size, asOf, offset }) => {
        const full = query.top === undefined && offset + actions.length === arranged.length && arranged.length > 0;
        return full && arranged.length % size === 0 ? { next: { asOf, offset: arranged.length, size } } : { next };
      }),
    ),
  ),
  slip(
    'LIST-7',
    'the newest come first, and as many pages as there were at the beginning',
    wide({
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
