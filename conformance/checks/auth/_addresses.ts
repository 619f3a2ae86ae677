import { NotObserved } from '../../engine/errors.js';
import { itemPath } from '../../engine/evidence/paths.js';
import { nextLinkOf } from '../../engine/world/pages.js';
import type { World } from '../../engine/world/world.js';
import type { OperationCall } from './_operations.js';

/**
 * The other requests that reach the operations: page links, lists with options, the qualified cancel and HEAD. A target need not answer
 * them, so the control may be rejected.
 */
export function otherAddresses({ profile: { features, class: targetClass } }: World): readonly OperationCall[] {
  // A mock answers what the contract documents, and no other address.
  if (targetClass === 'stateless') return [];
  const lists = {
    select: { $select: 'id' },
    filter: { $filter: "status eq 'NotStarted'" },
    orderby: { $orderby: 'createdDateTime desc' },
  };
  return [
    { name: 'list', says: 'next link', optional: true, send: followNext },
    ...(['select', 'filter', 'orderby'] as const)
      .filter((feature) => features[feature].offered)
      .map(
        (feature): OperationCall => ({
          name: 'list',
          says: `list with $${feature}`,
          optional: true,
          query: lists[feature],
          send: (world, _id, send) => world.list({ ...send, query: lists[feature] }),
        }),
      ),
    {
      name: 'get',
      says: 'HEAD of an action',
      optional: true,
      send: (world, id, send) => world.request('HEAD', itemPath(id), send),
    },
    {
      name: 'cancel',
      says: 'qualified cancel',
      optional: true,
      send: (world, id, send) =>
        world.request('POST', `${itemPath(id)}/microsoft.graph.cancelSecurityAction`, { ...send, operation: 'cancel' }),
    },
  ];
}

/** Reads the second page of a list of which the writer has read the first. */
const followNext: OperationCall['send'] = async (world, _id, send) => {
  const headers = { prefer: 'odata.maxpagesize=1' };
  const query: Readonly<Record<string, string>> = world.profile.pageSize === 'top' ? { $top: '1' } : {};
  const link = await world.shared.once('next link', async (own) => nextLinkOf(await own.list({ headers, query })));
  if (link === undefined) throw new NotObserved('the list has no next link');
  return world.follow(link, { ...send, headers });
};
